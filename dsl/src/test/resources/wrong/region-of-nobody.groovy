scenario 'A claim'
peers 30, run: 'kademlia'
peers 10, as: 'edge', run: 'kademlia'
network {
    regions eu: 'europeans'
}
stop at: 90.s
