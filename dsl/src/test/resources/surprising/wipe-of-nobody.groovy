scenario 'x'
peers 10, run: 'kademlia'
timeline {
    at(1.s) { wipe any(0.percent) }
}
stop at: 90.s
