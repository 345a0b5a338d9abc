scenario 'A claim'
peers 64, run: 'kademlia'
timeline {
    during(10.s..20.s) { crash any(3) }
}
stop at: 90.s
