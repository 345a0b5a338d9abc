// A thousand visitors in two seconds want a page that no cache has. Where gets of one key wait for each
// other, the origin is asked once by each cache that is asked; where they do not (--set coalesce=false),
// it gets hundreds of requests before the first answer is there.
scenario 'A flash crowd costs the origin one request where those who miss wait for each other'

params coalesce: true

peers 1, as: 'cache', run: 'cache-ring', origin: 1.s, coalesce: coalesce

cache policy: 'lru', entries: 500, ttl: 10.s

network {
    latency 1.ms..3.ms
}

timeline {
    during(1.s..5.s)  { get uniform(20), every: exponential(50.ms) }
    during(5.s..7.s)  { get 'the-news', every: exponential(2.ms), as: 'the crowd' }
}

expect {
    atEnd  { gets.failed == 0 and gets.count > 900 }
    atEnd  { origin.requests <= 21 }
}

stop at: 10.s
