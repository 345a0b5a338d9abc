scenario 'A claim'
peers 64, run: 'kademlia'
network {
    latncy 20.ms
}
stop at: 90.s
