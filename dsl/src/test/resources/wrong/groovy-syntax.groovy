scenario 'A claim'
peers 64, , run: 'kademlia'
timeline {
    at(10.s) { crash all, = 3 }
    at(20.s) { crash one one }
}
stop at: 90.s,, x
