scenario 'A claim'
peers 30, run: 'kademlia'
peers 10, as: 'edge', run: 'kademlia'
network {
    loss 1.percent, within: 50.percent
}
stop at: 90.s
