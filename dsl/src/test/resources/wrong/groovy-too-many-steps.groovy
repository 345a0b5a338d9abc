scenario 'A claim'
peers 64, run: 'kademlia'
timeline {
    for (i in 1..200000) {
        at(1.s) { crash one }
    }
}
stop at: 90.s
