scenario 'x'
peers 10, run: 'kademlia'
timeline {
    at(1.s) { crash others }
}
stop at: 20.s
