scenario 'A claim'
peers 30, run: 'kademlia'
peers 10, as: 'edge', run: 'kademlia'
network {
    corrupt 120.percent
}
stop at: 90.s
