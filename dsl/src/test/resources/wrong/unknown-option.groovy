scenario 'A claim'
peers 64, run: 'kademlia'
timeline {
    at(50.s) { crash all, evry: 100.ms }
}
stop at: 90.s
