scenario 'A claim'
peers 64, run: 'kademlia'
started = new Date()
moment = System.currentTimeMillis()
timeline {
    at(10.s) { crash any(System.nanoTime()) }
}
stop at: 90.s
