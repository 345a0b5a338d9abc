scenario 'x'
peers 10, run: 'kademlia'
timeline {
    at(1.s) { partition minority, flapping: 0.s }
}
stop at: 90.s
