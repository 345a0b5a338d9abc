scenario 'A claim'
peers 64, run: 'kademlia'
timeline {
    at(50.s) { crsh any(30.percent), as: 'the crash' }
}
stop at: 90.s
