scenario 'x'
peers 10, run: 'kademlia'
timeline {
    at(80.s) { isolate 'p1', for: 20.s }
}
stop at: 90.s
