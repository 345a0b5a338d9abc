scenario 'A claim'
peers 64, run: 'kademlia'
seed = = 3
timeline {
    at(10.s) { crash all, = 3 }
    at(20.s) { crsh all }
}
record trace,, messages
stop at: 90.s
