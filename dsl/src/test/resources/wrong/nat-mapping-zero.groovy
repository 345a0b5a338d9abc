scenario 'A claim'
peers 30, run: 'kademlia'
peers 10, as: 'edge', run: 'kademlia'
network {
    nat any(30.percent), mapping: 0.s
}
stop at: 90.s
