scenario 'x'
peers 10, run: 'kademlia'
timeline {
    at(1.s) { skew 'p1', drift: 50.ms }
}
stop at: 90.s
