scenario 'A network as far apart as a file says'
peers 20, run: 'kademlia'
network {
    latency   matrix: 'matrices/places.csv'
    jitter    exponential(3.ms)
    order     'any'
    duplicate 1.percent
    reorder   2.percent
    corrupt   3.percent
}
stop at: 30.s
