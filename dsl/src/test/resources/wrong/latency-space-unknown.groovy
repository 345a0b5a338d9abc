scenario 'A claim'
peers 30, run: 'kademlia'
peers 10, as: 'edge', run: 'kademlia'
network {
    latency coordinates: 'internet-3d'
}
stop at: 90.s
