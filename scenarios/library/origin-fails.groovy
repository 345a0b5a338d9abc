// The origin is down for half a minute. Pages that may be served stale on errors outlive that, the others
// do not (--set grace=0.s).
scenario 'Readers do not notice that the origin is down, as long as old pages will do'

params grace: 5.min

peers 1, as: 'origin', run: 'http-cache', role: 'origin', maxAge: 5.s, ifError: grace
peers 2, as: 'edge', run: 'http-cache', timeout: 200.ms
peers 6, as: 'client', run: 'http-cache', role: 'client', via: 'edge'

network {
    latency 5.ms..20.ms
}

timeline {
    during(1.s..61.s)   { get uniform(10), from: any('client'), every: 50.ms }
    at(20.s)            { crash 'origin1', as: 'the outage' }
    at(50.s)            { restart 'origin1', as: 'the return' }
}

expect {
    always  { gets.failed == 0 }
    atEnd   { http.staleIfError > 100 }
    settles(within: 7.s, after: 'the return', over: 5.s)  { http.staleIfError == 0 }
}

stop at: 61.s
