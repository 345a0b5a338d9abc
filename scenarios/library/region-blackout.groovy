scenario 'A region that goes dark takes half of the peers and no value: ids know no regions'

params k: 8

peers 30, as: 'eu',   run: 'kademlia', k: k, start: 'converged'
peers 20, as: 'us',   run: 'kademlia', k: k, start: 'converged'
peers 10, as: 'asia', run: 'kademlia', k: k, start: 'converged'

network {
    latency 20.ms..60.ms
}

timeline {
    at(1.s)            { put keys(100) }
    during(3.s..90.s)  { get any(key), from: any(peer), every: 50.ms }
    at(20.s)           { crash 'eu', as: 'the blackout' }
    at(60.s)           { restart 'eu', as: 'the light' }
}

expect {
    eventually(within: 10.s, after: 'the blackout', over: 2.s)  { gets.latency.max > 1.s }
    settles(within: 20.s, after: 'the blackout', over: 5.s)     { gets.successRate == 100.percent }
    settles(within: 10.s, after: 'the light', over: 5.s)        { gets.latency.p95 <= 300.ms }
    atEnd                                                       { peers.up == 60 }
}

stop at: 90.s
