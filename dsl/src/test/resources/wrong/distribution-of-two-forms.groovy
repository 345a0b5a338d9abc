scenario 'A claim'
peers 64, run: 'kademlia'
network {
    latency weibull(shape: 0.5, scale: 20.ms, mean: 40.ms)
}
stop at: 90.s
