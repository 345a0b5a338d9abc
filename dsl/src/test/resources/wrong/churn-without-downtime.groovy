scenario 'x'
peers 10, run: 'kademlia'
timeline {
    at(0.s) { churn all, sessions: exponential(20.min) }
}
stop at: 90.s
