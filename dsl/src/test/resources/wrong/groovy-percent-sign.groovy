scenario 'A claim'
peers 64, run: 'kademlia'
timeline {
    at(50.s) { crash 30% }
}
stop at: 90.s
