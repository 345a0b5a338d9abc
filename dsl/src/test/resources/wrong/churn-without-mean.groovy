scenario 'x'
peers 10, run: 'kademlia'
timeline {
    at(0.s) { churn all, sessions: pareto(0.9, 1.min), downtime: 5.min }
}
stop at: 90.s
