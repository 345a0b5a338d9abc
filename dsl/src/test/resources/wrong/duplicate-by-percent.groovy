scenario 'A claim'
peers 30, run: 'kademlia'
peers 10, as: 'edge', run: 'kademlia'
network {
    duplicate 1.percent, by: 5.percent
}
stop at: 90.s
