scenario 'A claim'
peers 64, run: 'kademlia'
victims = null
timeline {
    at(10.s) { crash victims }
    at((victims + 1).s) { restart all }
}
stop at: 90.s
