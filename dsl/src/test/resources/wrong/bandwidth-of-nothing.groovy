scenario 'A claim'
peers 30, run: 'kademlia'
peers 10, as: 'edge', run: 'kademlia'
network {
    bandwidth on: 'p1'
}
stop at: 90.s
