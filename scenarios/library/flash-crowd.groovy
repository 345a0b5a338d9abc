scenario 'Two hundred newcomers in two seconds, who all ask for the same, get in and get it'

params old: 40, k: 8

peers old, as: 'old', run: 'kademlia', k: k, start: 'converged'
peers 200, as: 'crowd', run: 'kademlia', k: k

network {
    latency 20.ms..60.ms
}

timeline {
    at(1.s)             { put keys(100) }
    during(3.s..60.s)   { get any(key), from: any('old'), every: 50.ms }
    at(20.s)            { join 'crowd', via: any('old'), every: 10.ms, as: 'the rush' }
    during(22.s..30.s)  { get 'key-17', from: any('crowd'), every: 10.ms }
}

expect {
    eventually(within: 5.s, after: 20.s, over: 2.s)         { messages.sent > 10_000 }
    always(after: 8.s, over: 5.s)                           { gets.successRate >= 99.percent }
    settles(within: 10.s, after: 'the rush', over: 5.s)     { gets.latency.p95 <= 200.ms }
    atEnd                                                   { peers.up == old + 200 and topology.connected }
}

stop at: 60.s
