scenario 'x'
peers 5, run: 'raft'
timeline {
    during(1.s..9.s) { byzantine any(3), behaviour: 'misroutes' }
}
stop at: 10.s
