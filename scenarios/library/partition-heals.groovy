scenario 'A split network serves both halves from their own copies, and is whole again when it heals'

params n: 60

peers n, run: 'kademlia', k: 4, start: 'converged'

network {
    latency normal(40.ms, 10.ms)
}

timeline {
    at(0.5.s)            { put keys(100) }
    during(2.s..60.s)    { get any(key), from: any(peer), every: 100.ms }
    during(15.s..30.s)   { partition peers(1..30), as: 'the split' }
}

expect {
    eventually(within: 5.s, after: 16.s, over: 2.s)         { gets.successRate < 100.percent }
    settles(within: 15.s, after: 'the split', over: 5.s)    { gets.successRate >= 99.percent }
    atEnd(points: 5)                                        { gets.wrong == 0 and topology.connected }
}

stop at: 60.s
