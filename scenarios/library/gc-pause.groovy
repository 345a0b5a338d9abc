scenario 'A pause of four seconds looks like a crash to everybody else, and is over when it is over'

params n: 60, k: 6, alpha: 1

peers n, run: 'kademlia', k: k, alpha: alpha, start: 'converged'

network {
    latency 20.ms..60.ms
}

timeline {
    at(1.s)             { put keys(100) }
    during(3.s..60.s)   { get any(key), from: any(peer), every: 50.ms }
    during(20.s..24.s)  { pause any(20.percent), as: 'the pause' }
}

expect {
    always(until: 20.s, over: 5.s)                         { gets.latency.p99 <= 500.ms }
    // who asks one of those who pause waits for an answer, up to its time-out
    eventually(within: 3.s, after: 20.s, over: 2.s)        { gets.latency.max > 1.s }
    // who is asked in the pause answers when it is over
    eventually(within: 2.s, after: 'the pause', over: 2.s) { gets.latency.max > 3.s }
    settles(within: 10.s, after: 'the pause', over: 5.s)   { gets.latency.p99 <= 500.ms }
    atEnd                                                  { gets.failed == 0 and peers.crashed == 0 }
}

stop at: 60.s
