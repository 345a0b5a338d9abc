scenario 'A claim'
peers 64, run: 'kademlia'
timeline {
    during(10.s..20.s) { get any(key) }
}
stop at: 90.s
