scenario 'A claim'
peers 64, run: 'kademlia'
network {
    latency pareto(shape: 0.9, mean: 20.ms)
}
stop at: 90.s
