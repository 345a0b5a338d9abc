scenario 'A claim'
peers 64, run: 'kademlia'
network {
    latency lognormal(median: 40.ms, sgma: 0.5)
}
stop at: 90.s
