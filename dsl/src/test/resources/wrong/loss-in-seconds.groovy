scenario 'A claim'
peers 64, run: 'kademlia'
network {
    loss 5.s
}
stop at: 90.s
