scenario 'A claim'
peers 64, run: 'kademlia'
timeline {
    at(50.s) { restart 'the crash' }
}
stop at: 90.s
