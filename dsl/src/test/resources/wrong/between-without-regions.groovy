scenario 'A claim'
peers 30, run: 'kademlia'
peers 10, as: 'edge', run: 'kademlia'
network {
    between 'eu us': 80.ms
}
stop at: 90.s
