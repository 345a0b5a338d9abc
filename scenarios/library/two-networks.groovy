// Two networks side by side, as a site has them: one with three replicas that takes writes, one that only
// serves what its origin has. Their keys and their figures are kept apart.
scenario 'Networks side by side have their own peers, replicas and rules'

peers 5, as: 'eu', run: 'cache-ring', ring: 'eu', replicas: 3
peers 3, as: 'archive', run: 'cache-ring', ring: 'archive', readOnly: true, origin: 20.ms

cache entries: 500, on: 'eu'
cache capacity: 64.KiB, policy: 's3-fifo', on: 'archive'

network {
    latency 1.ms..3.ms
}

timeline {
    at(1.s)            { put keys(100), from: any('eu'), every: 5.ms }
    at(2.s)            { put 'note', from: any('archive') }
    during(3.s..6.s)   { get any(key), from: any('eu'), every: 10.ms }
    during(3.s..6.s)   { get any(key), from: any('archive'), every: 10.ms }
    at(7.s)            { leave 'eu5' }
}

expect {
    atEnd  { gets.failed == 0 and gets.succeeded == 600 }
    atEnd  { puts['storage'].failed == 1 }
    atEnd  { cache['eu'].misses == 0 and cache['archive'].misses > 0 }
    atEnd  { origin.requests <= 300 and origin.requests > 50 }
    atEnd  { ring['eu'].keysMoved > 0 }
}

stop at: 8.s
