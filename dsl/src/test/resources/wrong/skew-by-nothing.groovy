scenario 'x'
peers 10, run: 'kademlia'
timeline {
    at(1.s) { skew all }
}
stop at: 90.s
