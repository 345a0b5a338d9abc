scenario 'A claim'
peers 20, run: 'kademlia'
timeline {
    at(1.s) { crash ‘p1’, as: “the crash” }
    at(2.s) { restart 'the crash' }
    at(3.s) { crash ‘p2' }
}
stop at: 90.s
