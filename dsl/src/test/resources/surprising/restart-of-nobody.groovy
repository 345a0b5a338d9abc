scenario 'x'
peers 10, run: 'kademlia'
timeline {
    at(1.s) { restart all }
    at(1.s) { restart 'p2', every: 1.s }
    at(2.s) { crash all }
}
stop at: 20.s
