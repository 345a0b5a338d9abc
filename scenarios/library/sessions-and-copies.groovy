// A matrix: sessions longer than the interval at which values are stored again, and shorter ones. The last
// row
// fails on purpose: whoever comes back finds an empty disk, and all holders of a value are gone before it is
// stored again.
scenario 'Values outlive those who hold them while sessions last longer than it takes to store them again'

matrix session: [2.h, 20.min, 5.min]

peers 100, run: 'kademlia', k: 10, start: 'converged', republish: 10.min

network {
    latency 20.ms..80.ms
}

timeline {
    at(1.s)           { put keys(100) }
    during(10.s..2.h) { churn all, sessions: exponential(session), up: 80.percent, storage: lost }
    during(20.s..2.h) { get any(key), from: any(peer), every: 5.s }
}

expect {
    // 80 % in the long run, within five standard errors
    always(after: 20.s, until: 2.h)  { peers.up >= 60 and peers.up <= 99 }
    atEnd(points: 10)                { gets.successRate >= 99.percent }
}

stop at: 2.h
