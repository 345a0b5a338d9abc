scenario 'A claim'
peers 64, run: 'kademlia'
timeline {
    at 30.s { crash all }
}
stop at: 90.s
