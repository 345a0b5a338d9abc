// An editor writes through one of three edges. Its readers see the change at once; those of the other two
// when their copy is no longer fresh. Ask for shorter lifetimes (--set life=2.s), and count what it costs
// the origin.
scenario 'Readers at other edges see a change as soon as their copy is stale, and not much later'

params life: 10.s

peers 1, as: 'origin', run: 'http-cache', role: 'origin', maxAge: life
peers 3, as: 'edge', run: 'http-cache'
peers 6, as: 'client', run: 'http-cache', role: 'client', via: 'edge'

network {
    latency 5.ms..20.ms
}

timeline {
    at(0.5.s)           { put 'news', from: 'client1' }
    during(1.s..60.s)   { get 'news', from: any('client'), every: 50.ms }
    at(20.s)            { put 'news', from: 'client1', as: 'the change' }
}

expect {
    atEnd                                                 { gets.failed == 0 and gets.wrong == 0 }
    atEnd                                                 { gets.stale > 0 and http.invalidations == 1 }
    settles(within: 11.s, after: 'the change', over: 1.s) { gets.stale == 0 }
}

stop at: 60.s
