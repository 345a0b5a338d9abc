scenario 'x'
peers 10, run: 'kademlia'
timeline {
    at(1.s) { pause 'p1', for: 0.s }
}
stop at: 90.s
