scenario 'A claim'
peers 30, run: 'kademlia'
peers 10, as: 'edge', run: 'kademlia'
network {
    latency 20.ms, per: 'peer'
}
stop at: 90.s
