scenario 'A claim'
peers 64, run: 'kademlia'
network {
    latency normal(40.ms)
}
stop at: 90.s
