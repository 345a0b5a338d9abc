scenario 'A claim'
peers 30, run: 'kademlia'
network {
    regions eu: 40.percent, us: 19
}
stop at: 90.s
