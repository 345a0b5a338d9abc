scenario 'Caches that are told before a page is written never serve an old one'

peers 1, as: 'origin', run: 'http-cache', role: 'origin', lease: 10.s
peers 4, as: 'cache', run: 'http-cache', timeout: 15.s
peers 20, as: 'client', run: 'http-cache', role: 'client', via: 'cache', timeout: 20.s

network { latency lognormal(median: 20.ms, sigma: 0.5) }

timeline {
    during(1.s..60.s)   { get uniform(20), from: any('client'), every: 20.ms, writes: 2.percent }
    during(20.s..40.s)  { isolate 'cache2', as: 'a cache is cut off' }
}

expect {
    always                                                      { gets.stale == 0 }
    atEnd                                                       { puts.latency.max < 12.s }
    atEnd                                                       { http.fresh / gets.count > 50.percent }
}

stop at: 70.s
