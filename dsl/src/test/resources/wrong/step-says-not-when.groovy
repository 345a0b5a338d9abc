scenario 'A claim'
peers 20, run: 'kademlia'
timeline {
    in(1.s) { crash any(3), as: 'the loss' }
    from(2.s..3.s) { partition minority }
    at(4.s..5.s) { partition minority }
    at(6.s) { restart 'the loss' }
}
stop at: 90.s
