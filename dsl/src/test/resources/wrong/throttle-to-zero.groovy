scenario 'A claim'
peers 30, run: 'kademlia'
peers 10, as: 'edge', run: 'kademlia'
timeline {
    during(1.s..2.s) { throttle 'p1', to: 0.kbps }
}
stop at: 90.s
