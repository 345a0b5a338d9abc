scenario 'A claim'
peers 64, run: 'kademlia'
network {
    loss 1.percent
    loss 2.percent
}
stop at: 90.s
