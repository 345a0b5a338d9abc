scenario 'A claim'
peers 20, run: 'kademlia'
timeline {
    at(1.s) { crash closest(3, 'key-17') }
}
stop at: 90.s
