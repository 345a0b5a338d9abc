scenario 'Newcomers get in while others crash, leave and come back'

seed 7

peers 20, as: 'old', run: 'kademlia', k: 6, start: 'converged'
peers 20, as: 'new', run: 'kademlia', k: 6

network {
    latency exponential(30.ms)
    loss    2.percent
}

timeline {
    at(1.s)             { put keys(50) }
    at(2.s)             { join 'new', via: any('old'), every: 1.s, as: 'the arrivals' }
    at(6.s)             { crash any(4, of: 'old'), every: 2.s, as: 'victims' }
    at(12.s)            { leave any(2, of: 'old') }
    at(18.s)            { restart 'victims', every: 1.s }
    during(3.s..60.s)   { get any(key), from: any(peer), every: 200.ms }
}

expect {
    eventually(within: 30.s)                                 { peers.up == 38 }
    settles(within: 20.s, after: 'the arrivals', over: 5.s)  { gets.successRate >= 90.percent }
    always                                                   { buckets.largest <= 6 }
    atEnd                                                    { topology.components ==
            1 and peers.joined == 20 }
}

stop at: 60.s
