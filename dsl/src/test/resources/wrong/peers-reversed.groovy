scenario 'A claim'
peers 64, run: 'kademlia'
timeline {
    at(50.s) { crash peers(5..1) }
}
stop at: 90.s
