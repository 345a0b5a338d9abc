scenario 'x'
peers 10, run: 'kademlia'
timeline {
    at(1.s) { crash any(0.percent) }
}
stop at: 20.s
