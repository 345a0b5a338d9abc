scenario 'A claim'
peers 64, run: 'kademlia'
timeline {
    crash all
}
stop at: 90.s
