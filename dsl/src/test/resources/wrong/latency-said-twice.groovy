scenario 'A claim'
peers 30, run: 'kademlia'
peers 10, as: 'edge', run: 'kademlia'
network {
    latency 20.ms, coordinates: 'globe'
}
stop at: 90.s
