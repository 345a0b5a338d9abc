// A page is fresh for 5 s and takes its origin half a second to make. Without a grace, the first reader
// after those 5 s waits for it; with one, readers get the old page at once while the cache asks for the
// next. What does it cost? Compare http.outdated with --set grace=0.s.
scenario 'Where stale pages may be served while they are validated, no reader waits for the origin twice'

params grace: 30.s

peers 1, as: 'origin', run: 'http-cache', role: 'origin', maxAge: 5.s, whileRevalidate: grace,
        work: 500.ms, changes: 20.s
peers 1, as: 'cache', run: 'http-cache'
peers 5, as: 'client', run: 'http-cache', role: 'client', via: 'cache'

network {
    latency 10.ms
}

timeline {
    at(1.s)             { get 'news', from: any('client') }
    during(2.s..62.s)   { get 'news', from: any('client'), every: exponential(200.ms) }
}

expect {
    always                    { gets.failed == 0 }
    always(after: 12.s, over: 10.s)  { gets.latency.max < 50.ms }
    atEnd                     { http.notModified > 0 and http.staleWhileRevalidate > 5 }
    atEnd                     { http.outdated < 0.4 * gets.count }
}

stop at: 62.s
