scenario 'x'
peers 10, run: 'kademlia'
timeline {
    during(10.s..30.s) { get any(key), every: 1.s }
    at(1.s) { put keys(5) }
}
stop at: 20.s
