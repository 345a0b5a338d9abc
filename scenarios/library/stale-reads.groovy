// Five replicas hold an old value, two of them a later one, and a reader asks two at random: three pairs of
// ten miss it. Make the quorums overlap (--set r=4) and no read is stale.
scenario 'Reads of 2 and writes to 2 of 5 replicas miss the last write in three of ten cases'

params r: 2, w: 2

peers 10, run: 'cache-ring', replicas: 5, start: 'converged'
peers 1, as: 'loader', run: 'cache-ring', role: 'client', writeQuorum: 5, start: 'converged'
peers 1, as: 'reader', run: 'cache-ring', role: 'client', readQuorum: r, writeQuorum: w, reads: 'any',
        lag: 1.h, start: 'converged'

network {
    latency 1.ms
}

timeline {
    at(1.s)             { put keys(100), from: any('loader'), every: 2.ms }
    during(2.s..5.s)    { put any(key), from: any('reader'), every: 2.ms }
    during(6.s..26.s)   { get any(key), from: any('reader'), every: 10.ms }
}

expect {
    atEnd  { gets.failed == 0 }
    atEnd  { gets.stale > 0.25 * gets.count and gets.stale < 0.35 * gets.count }
}

stop at: 26.s
