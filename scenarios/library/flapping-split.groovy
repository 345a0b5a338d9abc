// A matrix: the same split comes and goes every two seconds, or stays (it would go after an hour). The second
// row fails on purpose.
scenario 'A split that comes and goes every two seconds costs next to no reads; one that stays costs many'

matrix gap: [2.s, 1.h]

peers 120, run: 'kademlia', k: 4, start: 'converged'

network {
    latency 20.ms..60.ms
}

timeline {
    at(1.s)             { put keys(100) }
    during(3.s..110.s)  { get any(key), from: any(peer), every: 50.ms }
    during(20.s..80.s)  { partition halves, flapping: gap, as: 'the split' }
}

expect {
    always(after: 3.s, over: 20.s)                         { gets.successRate >= 97.percent }
    settles(within: 15.s, after: 'the split', over: 10.s)  { gets.successRate == 100.percent }
}

stop at: 110.s
