scenario 'Every way in which clients go about it'
params n: 1000, exponent: 0.9
peers 10, run: 'kademlia'
timeline {
    at(1.s) { put keys(100), size: 1.KiB..64.KiB, every: 10.ms }
    at(2.s) { put 'song', size: lognormal(median: 4.KiB, sigma: 1.5) }
    at(2.s) { put 'film', size: pareto(shape: 1.2, scale: 1.MiB) }
    during(4.s..9.s) { get zipf(exponent, of: n), every: exponential(20.ms) }
    during(4.s..9.s) { get uniform(n), every: 5.ms..10.ms, writes: 5.percent, size: 2.KiB }
    during(4.s..9.s) { get hotspot(n, keys: 10.percent, requests: 90.percent), think: 100.ms, from: any(3) }
    during(4.s..9.s) { get scan(500), think: exponential(50.ms), from: all }
    during(4.s..9.s) { get zipf(1.1, of: 200, shift: 20, every: 1.s), every: 10.ms }
    during(4.s..9.s) { replay 'recordings/reads.csv', every: 1.ms }
}
stop at: 10.s
