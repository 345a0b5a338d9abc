scenario 'x'
peers 10, run: 'kademlia'
timeline {
    at(0.s) { churn all }
}
stop at: 90.s
