scenario 'x'
peers 10, run: 'kademlia'
timeline {
    at(3.s) { crash where { def > 3 } }
}
stop at: 20.s
