scenario 'x'
peers 10, run: 'kademlia'
timeline {
    at(1.s) { skew 'p1', by: -300 }
}
stop at: 90.s
