scenario 'x'
peers 10, run: 'kademlia'
timeline {
    at(0.s) { churn all, profile: 'three-classes', mean: 0.s }
}
stop at: 90.s
