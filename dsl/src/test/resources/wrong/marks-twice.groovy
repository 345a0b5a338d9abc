scenario 'A claim'
peers 64, run: 'kademlia'
timeline {
    at(10.s) { crash 'p1', as: 'gone' }
    at(20.s) { crash 'p2', as: 'gone' }
}
stop at: 90.s
