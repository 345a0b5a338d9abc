scenario 'A claim'
peers 64, run: 'kademlia'
network {
    latency 0.0001.us
}
stop at: 90.s
