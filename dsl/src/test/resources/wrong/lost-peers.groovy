scenario 'A claim'
peers 20, , run: 'kademlia'
timeline { at(1.s) { crash 'p3' } }
stop at: 90.s
