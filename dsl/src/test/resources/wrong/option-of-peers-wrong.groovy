scenario 'x'
peers 4, run: 'kademlia', k: 0
timeline {
    at(1.s) { crash 'nobody' }
    at(2.s) { crash 'p4' }
    at(2.s) { crash 'p5' }
}
stop at: 10.s
