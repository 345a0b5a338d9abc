// From outside, silence and a crash look alike: each costs whoever asks a time-out, and no more.
scenario 'With 8 copies, nobody who reads misses a value because a third of the peers have fallen silent'

params n: 100, k: 8, share: 33.percent

peers n, run: 'kademlia', k: k, start: 'converged'

network {
    latency 20.ms..60.ms
}

timeline {
    at(1.s)              { put keys(50) }
    during(10.s..60.s)   { byzantine any(share), behaviour: 'silent', as: 'the silence' }
    during(5.s..90.s)    { get any(key), from: any(1, of: where { honest }), every: 100.ms }
}

expect {
    atEnd(points: 5)                                              { gets.successRate == 100.percent }
    always(until: 10.s, over: 2.s)                                { gets.latency.max < 400.ms }
    eventually(within: 50.s, after: 10.s, over: 2.s)              { gets.latency.max > 1.s }
    settles(within: 10.s, after: 'the silence', over: 5.s)        { gets.latency.max < 400.ms }
}

stop at: 90.s
