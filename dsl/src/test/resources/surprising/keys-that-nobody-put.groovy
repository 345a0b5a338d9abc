scenario 'x'
peers 10, run: 'kademlia'
timeline {
    during(1.s..5.s) { get any(key), every: 1.s }
    at(6.s) { put keys(5) }
    at(7.s) { get zipf(0.9) }
}
stop at: 20.s
