scenario 'A claim'
peers 64, run: 'kademlia'
timeline {
    at(10.s) { partition([minority]) }
}
stop at: 90.s
