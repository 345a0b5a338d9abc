scenario 'A claim'
peers 64, run: 'kademlia'
network {
    loss 0.01
}
stop at: 90.s
