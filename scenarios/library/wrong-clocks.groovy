scenario 'What a wrong clock took for expired stays gone when it is right, until its publisher publishes anew'

params n: 60, k: 2

peers n, run: 'kademlia', k: k, start: 'converged', expiry: 10.min, republish: 2.min

network {
    latency 20.ms..60.ms
}

timeline {
    at(1.s)               { put keys(100) }
    during(3.s..20.min)   { get any(key), from: any(peer), every: 200.ms }
    during(3.min..9.min)  { skew any(50.percent), by: 1.h, drift: 100.ppm, as: 'the wrong clocks' }
}

expect {
    always(until: 3.min, over: 1.min)                                 { gets.successRate == 100.percent }
    // each holder judges by its own clock: where both are an hour ahead, a value of ten minutes is over
    eventually(within: 4.min, after: 3.min, over: 1.min)              { gets.successRate <= 94.percent }
    always(after: 10.min, until: 14.min, over: 2.min)                 { gets.successRate < 97.percent }
    settles(within: 10.min, after: 'the wrong clocks', over: 1.min)   { gets.successRate == 100.percent }
}

stop at: 20.min
