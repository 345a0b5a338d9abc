scenario 'A claim'
include 'circle-named.yaml'
peers 20, run: 'kademlia'
timeline { at(1.s) { crash all, as: 'it' } }
stop at: 90.s
