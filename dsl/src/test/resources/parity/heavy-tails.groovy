scenario 'Few messages take long, most of them do not'
params shape: 1.5, typical: 40.ms
peers 10, run: 'kademlia'
network {
    latency pareto(shape: shape, mean: typical * 2)
}
stop at: 30.s
