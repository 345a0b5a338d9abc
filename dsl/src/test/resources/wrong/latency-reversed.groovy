scenario 'A claim'
peers 64, run: 'kademlia'
network {
    latency 80.ms..20.ms
}
stop at: 90.s
