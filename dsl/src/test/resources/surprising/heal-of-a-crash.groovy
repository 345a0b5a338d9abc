scenario 'x'
peers 10, run: 'kademlia'
timeline {
    at(1.s) { crash 'p1', as: 'the crash' }
    at(2.s) { pause 'p2' }
    at(3.s) { heal 'the crash' }
}
stop at: 90.s
