scenario 'A claim'
peers 64, run: 'kademlia'
timeline {
    at(10.s) { put 100 }
}
stop at: 90.s
