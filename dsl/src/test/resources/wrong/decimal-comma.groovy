scenario 'A claim'
peers 20, run: 'kademlia'
timeline {
    at(50,5.s) { crash all }
}
stop at: 90.s
