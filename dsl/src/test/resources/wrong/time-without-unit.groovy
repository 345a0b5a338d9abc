scenario 'A claim'
peers 64, run: 'kademlia'
timeline {
    at(50) { crash all }
}
stop at: 90.s
