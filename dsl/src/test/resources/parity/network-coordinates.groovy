scenario 'A network on a globe'
peers 20, run: 'kademlia'
network {
    latency coordinates: 'globe'
    jitter  2.ms
}
stop at: 30.s
