scenario 'A claim'
peers 64, run: 'kademlia'
/* the timeline
timeline {
    at(10.s) { crash any(3) }
}
stop at: 90.s
