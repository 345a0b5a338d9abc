scenario 'A claim'
peers 64 run: 'kademlia'
timeline {
    at(10.s) { put 100 keys }
    at(20.s) { get any key, from: any(peer) }
    at(30.s) { crash any 30.percent }
}
stop at: 90.s
