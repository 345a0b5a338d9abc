scenario 'A claim'
peers 64, run: 'kademlia'
timeline {
    at(50.s) { crash 3 }
}
stop at: 90.s
