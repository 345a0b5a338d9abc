scenario 'A claim'
peers 64, run: 'kademlia'
timeline {
    at(10.s) { put keys(100), size: 64 }
}
stop at: 90.s
