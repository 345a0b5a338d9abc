scenario 'x'
peers 10, run: 'kademlia'
timeline {
    at(1.s) { pause 'p1', for: 4.s, as: 'the pause' }
    at(2.s) { isolate 'p2' }
    at(8.s) { heal 'the pause' }
}
stop at: 90.s
