scenario 'Partitions, healed in every way'
seed 7
peers 10, run: 'raft'
network {
    latency lognormal(median: 40.ms, sigma: 0.5)
    loss 0.5.percent
}
timeline {
    during(1.s..2.s) { partition minority, bridge: 'p3' }
    at(3.s) { partition([peers(1..3), peers(4..10)], for: 4.s, oneWay: true) }
    at(8.s) { partition(['p1', others], as: 'the split') }
    at(9.s) { heal 'the split' }
    at(10.s) { heal all }
}
record {
    trace
    messages
    snapshots every: 10.s
}
stop at: 30.s
