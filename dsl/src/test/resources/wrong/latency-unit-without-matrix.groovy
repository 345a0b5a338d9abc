scenario 'A claim'
peers 30, run: 'kademlia'
peers 10, as: 'edge', run: 'kademlia'
network {
    latency 20.ms, unit: 'us', roundTrip: true
}
stop at: 90.s
