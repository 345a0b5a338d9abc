scenario 'A claim'
peers 30, run: 'kademlia'
peers 10, as: 'edge', run: 'kademlia'
timeline {
    at(1.s) { put keys(10), from: all.except edge }
}
stop at: 90.s
