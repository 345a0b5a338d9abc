scenario 'x'
peers 10, run: 'kademlia'
timeline {
    at(1.s) { crash any(3) }
    at(5.s) { crash down }
}
stop at: 20.s
