scenario 'With sessions as in KAD, where one peer in five is up, twenty copies of a value last half a day'

params n: 120, k: 20

peers n, run: 'kademlia', k: k, start: 'converged'

network {
    latency 20.ms..80.ms
}

timeline {
    at(0.s)              { churn all, profile: 'kad-2009', as: 'the churn' }
    at(1.min)            { put keys(50) }
    during(5.min..12.h)  { get any(key), from: any(peer), every: 30.s }
}

expect {
    // 21.4 % in the long run, within four standard errors
    always(after: 1.min)  { peers.up >= 0.065 * n and peers.up <= 0.365 * n }
    atEnd                 { gets.successRate >= 99.percent and gets.wrong == 0 }
}

stop at: 12.h
