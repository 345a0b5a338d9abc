scenario 'x'
peers 2, run: 'kademlia'
timeline {
    during(1.s..2.s) { partition minority }
}
stop at: 20.s
