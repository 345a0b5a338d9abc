scenario 'x'
peers 10, run: 'kademlia'
timeline {
    at(0.s) { churn all, sessions: 0.s, downtime: 5.min }
}
stop at: 90.s
