// A cache leaves, and every key that gets another owner is a miss. With consistent hashing those are the
// keys that it had. Try --set placement=modulo: nearly all keys change hands, and the origin feels it.
scenario 'When one of ten caches leaves, a tenth of the keys move'

params placement: 'ring'

peers 10, run: 'cache-ring', placement: placement, origin: 50.ms
peers 4, as: 'client', run: 'cache-ring', role: 'client', origin: 50.ms

cache policy: 'lru', entries: 1000

network {
    latency 1.ms..3.ms
}

timeline {
    at(1.s)             { put keys(1000), from: any('client'), every: 1.ms }
    during(4.s..20.s)   { get any(key), from: any('client'), every: 4.ms }
    at(10.s)            { leave 'p7', as: 'the goodbye' }
}

expect {
    always(until: 'the goodbye')  { origin.requests == 0 }
    atEnd                         { ring.keysMoved > 50 and ring.keysMoved < 200 }
    atEnd                         { origin.requests <= ring.keysMoved }
    atEnd                         { gets.failed == 0 }
}

stop at: 20.s
