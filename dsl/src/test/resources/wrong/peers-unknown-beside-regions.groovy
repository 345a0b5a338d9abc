scenario 'A claim'
peers 30, run: 'kademlia'
network {
    regions eu: 50.percent, us: 30.percent
}
timeline {
    at(1.s) { crash 'africa' }
}
stop at: 90.s
