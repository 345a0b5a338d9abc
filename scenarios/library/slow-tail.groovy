scenario 'A slow tenth of the peers is felt in the tail, not in the median'

params n: 60, k: 6, by: 700.ms

peers n, run: 'kademlia', k: k, start: 'converged'

network {
    latency 20.ms..60.ms
}

timeline {
    at(1.s)             { put keys(100) }
    during(3.s..60.s)   { get any(key), from: any(peer), every: 50.ms }
    during(20.s..40.s)  { slow any(10.percent), by: by, as: 'the slow time' }
}

expect {
    always(after: 8.s, over: 5.s)                             { gets.latency.p50 <= 100.ms }
    always(until: 20.s, over: 5.s)                            { gets.latency.p95 <= 200.ms }
    eventually(within: 10.s, after: 20.s, over: 5.s)          { gets.latency.p95 > by }
    settles(within: 8.s, after: 'the slow time', over: 5.s)   { gets.latency.p95 <= 200.ms }
}

stop at: 60.s
