scenario 'x'
peers 10, run: 'kademlia'
timeline {
    at(20.s) { crash any(2) }
    at(20.s) { snapshot 'at the end' }
}
stop at: 20.s
