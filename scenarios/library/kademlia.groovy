scenario 'Kademlia recovers within 20 s of losing 30% of its peers'

seed   42
params n: 64, k: 8

peers n, run: 'kademlia', k: k, alpha: 3

network {
    latency 20.ms..80.ms
    loss    1.percent
}

timeline {
    at(0.s)             { join all, via: 'p1', every: 100.ms }
    at(10.s)            { put keys(100) }
    during(15.s..90.s)  { get any(key), from: any(peer), every: 200.ms }
    during(30.s..40.s)  { partition minority }
    at(50.s)            { crash any(30.percent), as: 'the crash' }
}

expect {
    always                                                { buckets.largest <= k }
    settles(within: 20.s, after: 'the crash', over: 5.s)  { gets.successRate >= 95.percent }
    atEnd(points: 10)                                     { gets.wrong == 0 }
}

stop at: 90.s
