scenario 'x'
peers 10, run: 'kademlia'
timeline {
    at(1.s) { slow 'p1', by: -200.ms }
}
stop at: 90.s
