scenario 'A claim'
peers 64, run: 'kademlia'
network {
    latency 20ms..80ms
}
timeline {
    at(1.5s) { crash any(3) }
}
stop at: 90.s
