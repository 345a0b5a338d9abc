scenario 'x'
peers 10, run: 'kademlia'
timeline {
    at(1.s) { isolate 'p1', direction: inn }
}
stop at: 90.s
