// Clients who wait for each answer before they ask again cannot flood anybody: when the origin behind the
// cache is slow, they ask less. One in twenty of their requests writes.
scenario 'Clients in closed loops ask no faster than they are answered'

peers 2, as: 'cache', run: 'cache-ring', replicas: 2, origin: 100.ms
peers 10, as: 'client', run: 'cache-ring', role: 'client', origin: 100.ms

cache policy: 's3-fifo', capacity: 256.KiB, ttl: 5.s, jitter: 20.percent

network {
    latency 1.ms..3.ms
}

timeline {
    during(1.s..21.s)  { get zipf(0.9, of: 300), from: 'client', think: exponential(100.ms),
                         writes: 5.percent, size: lognormal(median: 2.KiB, sigma: 0.5) }
}

expect {
    always  { gets.started + puts.started - gets.count - puts.count <= 10 }
    always  { 'every cache keeps to its capacity' }
    atEnd   { gets.failed == 0 and puts.failed == 0 }
    atEnd   { gets.count + puts.count > 1000 and gets.count + puts.count < 2000 }
    atEnd   { puts.count > 0.03 * gets.count and puts.count < 0.08 * gets.count }
    atEnd   { cache.expirations > 0 and cache.evictions > 0 }
}

stop at: 22.s
