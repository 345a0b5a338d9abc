scenario 'A claim'
peers 20, run: 'kademlia'
timeline {
    at(1.s) { crash 'any 30%' }
    at(2.s) { crash 'all except p1' }
}
stop at: 90.s
