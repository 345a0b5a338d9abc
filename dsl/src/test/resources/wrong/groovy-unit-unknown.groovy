scenario 'A claim'
peers 64, run: 'kademlia'
timeline {
    at(1.sec) { crash any(3) }
}
stop at: 90.s
