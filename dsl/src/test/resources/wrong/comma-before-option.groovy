scenario 'A claim'
peers 20, run: 'kademlia'
timeline {
    at(1.s) { crash any(3) as: 'the loss' }
    at(2.s) { put keys(100) from: 'p1', every: 1.s }
    at(3.s) { get any(key), from any(peer) }
    at(4.s) { crash 'p1', crsh 'p2' }
}
stop at: 90.s
