scenario 'A claim'
peers 64, run: 'kademlia'
timeline {
    at(50.s) { crash any(130.percent) }
}
stop at: 90.s
