scenario 'A claim'
peers 64, run: 'kademlia'
timeline {
    at(30.s) { crash peers('p1'..'p10') }
}
stop at: 90.s
