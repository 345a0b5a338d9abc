// Fails on purpose: with k = 2 each value lives at two peers, and a crash of 40% takes both of some.
scenario 'Two copies of each value survive the loss of 40% of the peers'

params n: 50, k: 2

peers n, run: 'kademlia', k: k, start: 'converged'

network {
    latency 20.ms..80.ms
}

timeline {
    at(1.s)            { put keys(100) }
    during(5.s..60.s)  { get any(key), from: any(peer), every: 200.ms }
    at(20.s)           { crash any(40.percent), as: 'the crash' }
}

expect {
    always(until: 'the crash', over: 5.s)                             { gets.successRate == 100.percent }
    settles(within: 20.s, after: 'the crash', over: 5.s, points: 10)  { gets.successRate >= 95.percent }
}

stop at: 60.s
