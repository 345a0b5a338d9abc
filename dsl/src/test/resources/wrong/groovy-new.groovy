scenario 'A claim'
peers 64, run: 'kademlia'
x = new ArrayList()
timeline {
    at(10.s) { crash any(x.size()) }
}
stop at: 90.s
