scenario 'A claim'
peers 64, run: 'kademlia'
timeline {
    at(1.s) { join all, every: 0.s }
}
stop at: 90.s
