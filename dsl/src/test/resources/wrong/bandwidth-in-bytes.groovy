scenario 'A claim'
peers 30, run: 'kademlia'
peers 10, as: 'edge', run: 'kademlia'
network {
    bandwidth 10.KiB
}
stop at: 90.s
