scenario 'x'
peers 10, run: 'kademlia'
timeline {
    at(1.s) { join all, every: 5.s }
    at(1.s) { put keys(100), every: 1.s }
}
stop at: 20.s
