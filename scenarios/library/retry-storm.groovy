scenario 'Caches recover from a crowd where repeats have a budget'

params budget: 5.percent, queue: 1000

peers 4, as: 'cache', run: 'cache-ring', start: 'converged', work: exponential(4.ms), queue: queue
peers 40, as: 'client', run: 'cache-ring', role: 'client', start: 'converged',
        timeout: 200.ms, retries: 3, budget: budget

network { latency 1.ms..3.ms }

timeline {
    at(1.s)            { put keys(1000), from: any('client'), every: 5.ms }
    during(10.s..60.s) { get uniform(1000), from: any('client'), every: exponential(2.ms) }
    during(20.s..22.s) { get uniform(1000), from: any('client'), every: exponential(1.ms), as: 'the crowd' }
}

expect {
    settles(within: 15.s, after: 'the crowd', over: 2.s) { gets.successRate >= 99.percent }
}

stop at: 60.s
