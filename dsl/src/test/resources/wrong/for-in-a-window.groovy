scenario 'A claim'
peers 64, run: 'kademlia'
timeline {
    during(10.s..20.s) { partition minority, for: 4.s }
}
stop at: 90.s
