scenario 'x'
peers 10, run: 'kademlia'
timeline {
    at(1.s) { put keys(5), from: any(12) }
}
stop at: 20.s
