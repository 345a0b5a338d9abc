scenario 'A claim'
peers 64, run: 'kademlia'
network {
    latency lognorml(40.ms, 0.5)
}
stop at: 90.s
