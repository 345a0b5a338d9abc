scenario 'x'
peers 10, run: 'kademlia'
timeline {
    at(0.s) { churn all, sessions: exponential(20.min), profile: 'kad-2009' }
}
stop at: 90.s
