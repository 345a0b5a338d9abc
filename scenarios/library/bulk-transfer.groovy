// The copies of a large value queue up in the line of the peer that puts it, and its small questions stand
// behind them: they leave after those who would answer have been given up, so it gets no more than what it
// holds itself. The line of nobody else is busy.
scenario 'Whoever sends a mebibyte to eight others has no line left for questions, and nobody else notices'

params size: 1.MiB, up: 10.Mbps

peers 64, run: 'kademlia', k: 8, start: 'converged'

network {
    latency   20.ms..60.ms
    bandwidth up: up, down: 50.Mbps
}

timeline {
    at(0.s)             { put keys(20), from: 'p2' }
    during(2.s..6.s)    { get any(key), from: 'p1', every: 100.ms }
    at(10.s)            { put keys(1), from: 'p1', size: size }
    during(11.s..15.s)  { get any(key), from: 'p1', every: 100.ms }
    at(40.s)            { put keys(1), from: 'p1', size: size }
    during(41.s..45.s)  { get any(key), from: 'p2', every: 100.ms }
}

expect {
    always(after: 3.s, until: 6.s, over: 1.s)        { gets.latency.p95 < 400.ms }
    always(after: 14.s, until: 16.s, over: 1.s)      { gets.successRate < 50.percent }
    always(after: 42.s, until: 45.s, over: 1.s)      { gets.latency.p95 < 400.ms }
    atEnd                                            { queues.wait.max > 5.s }
}

stop at: 60.s
