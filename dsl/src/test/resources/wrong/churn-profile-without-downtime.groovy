scenario 'x'
peers 10, run: 'kademlia'
timeline {
    at(0.s) { churn all, profile: 'stress' }
}
stop at: 90.s
