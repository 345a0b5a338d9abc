scenario 'x'
peers 10, run: 'kademlia'
timeline {
    at(0.s) { churn all, sessions: 20.min, downtime: 5.min, up: 80.percent }
}
stop at: 90.s
