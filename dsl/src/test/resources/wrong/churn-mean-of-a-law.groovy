scenario 'x'
peers 10, run: 'kademlia'
timeline {
    at(0.s) { churn all, sessions: 20.min, downtime: 5.min, mean: 20.min }
}
stop at: 90.s
