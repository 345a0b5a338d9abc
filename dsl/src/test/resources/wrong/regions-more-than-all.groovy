scenario 'A claim'
peers 30, run: 'kademlia'
peers 10, as: 'edge', run: 'kademlia'
network {
    regions eu: 60.percent, us: 50.percent
}
stop at: 90.s
