scenario 'A claim'
peers 5, run: 'raft'
timeline {
    at(1.s) { crash closest(2, to: 'key-1') }
    during(2.s..3.s) { isolate all.except(closest(1, to: 'key-2')) }
}
stop at: 90.s
