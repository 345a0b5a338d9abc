scenario 'A claim'
peers 64, run: 'kademlia'
timeline {
    during(90.s..15.s) { partition minority }
}
stop at: 90.s
