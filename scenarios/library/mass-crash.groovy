scenario 'With 8 copies of each value, losing half of the peers at once loses no value'

params n: 100, k: 8, lost: 50.percent

peers n, run: 'kademlia', k: k, start: 'converged'

network {
    latency lognormal(median: 40.ms, sigma: 0.4)
    loss    0.5.percent
}

timeline {
    at(1.s)             { put keys(200) }
    during(5.s..60.s)   { get any(key), from: any(peer), every: 100.ms }
    at(20.s)            { crash any(lost), as: 'the crash' }
}

expect {
    never                                                  { gets.wrong > 0 }
    always(until: 'the crash', over: 5.s)                  { gets.successRate >= 99.percent }
    settles(within: 30.s, after: 'the crash', over: 10.s)  { gets.successRate >= 95.percent }
    atEnd                                                  { peers.down == 50 }
}

stop at: 60.s
