scenario 'A claim'
peers 30, run: 'kademlia'
peers 10, as: 'edge', run: 'kademlia'
network {
    regions eu: 50.percent, us: 50.percent
    between 'eu usa': 80.ms
}
stop at: 90.s
