scenario 'A claim'
peers 64, run: 'kademlia'
timeline {
    during(30.s) { partition minority }
}
stop at: 90.s
