scenario 'A claim'
peers 64, run: 'kademlia'
share = 100 / 0
timeline {
    at(10.s) { crash any(share) }
}
stop at: 90.s
