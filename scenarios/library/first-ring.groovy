// Eight caches share the keys by consistent hashing; each key lies at two of them. Clients who hold the
// ring ask the first, and the second where the first does not answer. What would one replica show?
scenario 'With two replicas, the crash of a cache costs time and no value'

params replicas: 2

peers 8, run: 'cache-ring', replicas: replicas, timeout: 100.ms
peers 4, as: 'client', run: 'cache-ring', role: 'client', timeout: 100.ms

cache policy: 'lru', capacity: 1.MiB

network {
    latency 1.ms..3.ms
}

timeline {
    at(1.s)            { put keys(1000), from: any('client'), every: 1.ms, size: 100.B }
    during(3.s..12.s)  { get any(key), from: any('client'), every: 5.ms }
    at(8.s)            { crash 'p3', as: 'the crash' }
}

expect {
    always(until: 'the crash')             { ring.fallThroughs == 0 }
    always                                 { gets.failed == 0 }
    eventually(within: 1.s, after: 'the crash')  { ring.fallThroughs > 0 }
    always                                 { 'every cache keeps to its capacity' }
    atEnd                                  { gets.latency.p50 < 10.ms and gets.latency.max > 100.ms }
}

stop at: 12.s
