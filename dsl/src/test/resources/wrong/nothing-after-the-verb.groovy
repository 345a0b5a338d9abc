scenario 'A claim'
peers 64, run: 'kademlia'
timeline {
    at(10.s) { crash() }
}
stop at: 90.s
