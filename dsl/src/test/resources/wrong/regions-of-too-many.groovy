scenario 'A claim'
peers 30, run: 'kademlia'
peers 10, as: 'edge', run: 'kademlia'
network {
    regions eu: 60, us: 5
}
stop at: 90.s
