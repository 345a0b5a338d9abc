// A replica is down while values are written. With sloppy quorums the next peer on the ring keeps them for
// it, and hands them over when it is back. Without (--set sloppy=false) those puts fail.
scenario 'Values written while a replica was down are in their place soon after it is back'

params sloppy: true

peers 8, run: 'cache-ring', replicas: 3, writeQuorum: 3, sloppy: sloppy, timeout: 100.ms

network {
    latency 1.ms..3.ms
}

timeline {
    at(1.s)   { crash 'p4' }
    at(2.s)   { put keys(200), from: 'p1', every: 10.ms }
    at(10.s)  { restart 'p4', as: 'the return' }
}

expect {
    always                                           { puts.failed == 0 }
    eventually(within: 7.s, after: 1.s)              { ring.hints > 20 }
    settles(within: 3.s, after: 'the return')        { ring.hints == 0 }
    atEnd                                            { cache.entries == 600 }
    atEnd                                            { ring.handOvers == ring.standIns }
}

stop at: 15.s
