scenario 'A claim'
peers 20, run: 'kademlia'
timeline {
    at(1.s) { put keys(3), from: any(peers) }
    at(2.s) { get any(keys) }
}
stop at: 90.s
