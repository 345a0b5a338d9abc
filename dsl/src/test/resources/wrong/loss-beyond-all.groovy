scenario 'A claim'
peers 64, run: 'kademlia'
network {
    loss 120.percent
}
stop at: 90.s
