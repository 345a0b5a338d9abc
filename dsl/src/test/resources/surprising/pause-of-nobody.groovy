scenario 'x'
peers 10, run: 'kademlia'
timeline {
    during(1.s..2.s) { pause any(0.percent) }
}
stop at: 90.s
