// Every key has eight copies, with those whose ids are closest, and ids know nothing of regions. A key is
// lost with a region
// only where all of its eight live there: with three peers in ten, that is one key in fifteen thousand.
scenario 'When a region fails, keys survive whose copies live elsewhere as well'

peers 200, run: 'kademlia', k: 8, start: 'converged'

network {
    latency 2.ms..8.ms
    regions eu: 30.percent, us: 50.percent, asia: 20.percent
    between 'eu us': 40.ms..50.ms, 'eu asia': 110.ms..130.ms, 'us to asia': 80.ms..90.ms,
            'asia to us': 85.ms..95.ms
}

timeline {
    at(1.s)             { put keys(100) }
    during(10.s..20.s)  { get any(key), from: 'asia', every: 100.ms }
    at(20.s)            { crash 'eu', as: 'the failure' }
    during(20.s..50.s)  { get any(key), from: 'asia', every: 100.ms }
    during(60.s..70.s)  { partition 'asia' }
    during(62.s..70.s)  { get any(key), from: 'us', every: 100.ms }
}

expect {
    always(after: 11.s, until: 20.s, over: 1.s)  { gets.successRate == 100.percent }
    always(after: 22.s, until: 50.s, over: 2.s)  { gets.successRate >= 90.percent }
    always(after: 64.s, until: 70.s, over: 2.s)  { gets.successRate >= 90.percent }
    atEnd                                        { gets.wrong == 0 }
}

stop at: 80.s
