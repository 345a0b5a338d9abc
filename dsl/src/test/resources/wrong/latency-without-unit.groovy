scenario 'A claim'
peers 64, run: 'kademlia'
network {
    latency 20..80
}
stop at: 90.s
