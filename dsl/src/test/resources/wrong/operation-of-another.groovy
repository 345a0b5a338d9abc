scenario 'A claim'
peers 64, run: 'kademlia'
timeline {
    at(10.s) { propose 'x' }
}
stop at: 90.s
