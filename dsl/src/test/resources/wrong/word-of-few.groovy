scenario 'A claim'
peers 64, run: 'kademlia'
timeline {
    at(10.s) { restart down, storage: gone }
}
stop at: 90.s
