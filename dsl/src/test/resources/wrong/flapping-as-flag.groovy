scenario 'x'
peers 10, run: 'kademlia'
timeline {
    at(1.s) { partition minority, flapping: true }
}
stop at: 90.s
