// Where the ways are those between real places, no average tells how long a lookup takes: places.csv has 24
// of them on three
// continents (made up, in the form in which such data are published). Each peer stands in one, and some
// places hold several.
scenario 'One lookup in a hundred takes five times as long as the middle one, since places are near or far'

peers 72, run: 'kademlia', k: 8, start: 'converged'

network {
    latency matrix: 'places.csv', unit: 'ms'
    jitter  5.percent
}

timeline {
    at(1.s)             { put keys(50) }
    during(10.s..40.s)  { get any(key), every: 50.ms }
}

expect {
    atEnd  { gets.successRate == 100.percent }
    atEnd  { gets.latency.p50 < 100.ms }
    atEnd  { gets.latency.p99 > gets.latency.p50 * 5 }
}

stop at: 50.s
