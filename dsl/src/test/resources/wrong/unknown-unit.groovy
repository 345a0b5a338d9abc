scenario 'A claim'
peers 64, run: 'kademlia'
network {
    latency 1.sec
}
stop at: 90.s
