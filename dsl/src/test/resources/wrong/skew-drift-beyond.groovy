scenario 'x'
peers 10, run: 'kademlia'
timeline {
    at(1.s) { skew 'p1', drift: -60.percent }
}
stop at: 90.s
