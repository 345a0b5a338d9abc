scenario 'x'
peers 10, run: 'kademlia'
timeline {
    at(1.s) { restart all }
    at(2.s) { crash all }
}
stop at: 20.s
