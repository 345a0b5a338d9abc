scenario 'A claim'
peers 64, run: 'kademlia'
network {
    latency weibull(shape: 20.ms, scale: 20.ms)
}
stop at: 90.s
