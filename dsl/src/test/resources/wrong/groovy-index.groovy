scenario 'A claim'
peers 64, run: 'kademlia'
victims = ['p1', 'p2']
timeline {
    at(10.s) { crash victims[2] }
}
stop at: 90.s
