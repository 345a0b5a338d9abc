scenario 'A claim'
peers 64, run: 'kademlia'
timeline {
    for (i in 1..3) {
        at((i * 10).s) { crsh "p$i" }
    }
}
stop at: 90.s
