scenario 'x'
peers 10, run: 'kademlia'
timeline {
    at(1.s) { crash all.except(all) }
}
stop at: 20.s
