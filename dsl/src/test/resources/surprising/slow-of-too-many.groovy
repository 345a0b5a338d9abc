scenario 'x'
peers 10, run: 'kademlia'
timeline {
    during(1.s..2.s) { slow any(12), by: 200.ms }
}
stop at: 90.s
