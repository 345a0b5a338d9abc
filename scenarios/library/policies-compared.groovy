// The same clients and the same popularity, under several policies: what share of the gets reaches the
// origin? Between scans LRU keeps what is popular; each scan washes it out. SIEVE and S3-FIFO resist.
scenario 'A cache of 5% of the keys spares the origin a third of the requests, even while others scan'

params of: 2000
matrix policy: ['fifo', 'lru', 'lfu', 'clock', 'slru', '2q', 'sieve', 's3-fifo', 'w-tinylfu']

peers 1, as: 'cache', run: 'cache-ring', origin: 20.ms
peers 4, as: 'client', run: 'cache-ring', role: 'client', origin: 20.ms

cache policy: policy, entries: 100

network {
    latency 1.ms
}

timeline {
    during(1.s..41.s)   { get zipf(1.0, of: of), from: any('client'), every: exponential(2.ms) }
    during(11.s..13.s)  { get scan(of), from: 'client4', every: 2.ms }
    during(25.s..27.s)  { get scan(of), from: 'client4', every: 2.ms }
}

expect {
    atEnd  { gets.failed == 0 }
    atEnd  { origin.share < 66.percent }
}

stop at: 42.s
