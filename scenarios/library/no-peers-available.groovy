// Clients are there before any cache is. What they ask fails by name, and works once caches have joined.
scenario 'An empty ring says that no peers are available, and serves as soon as there are some'

peers 1, as: 'client', run: 'cache-ring', role: 'client'
peers 3, as: 'cache', run: 'cache-ring', replicas: 2

network {
    latency 1.ms..3.ms
}

timeline {
    at(1.s)            { put 'song', from: any('client') }
    at(2.s)            { get 'song', from: any('client') }
    at(5.s)            { join 'cache', via: 'client1', every: 100.ms, as: 'the caches' }
    at(8.s)            { put 'song', from: any('client') }
    during(9.s..12.s)  { get 'song', from: any('client'), every: 100.ms }
}

expect {
    atEnd                        { puts['node'].failed == 1 and gets['node'].failed == 1 }
    atEnd                        { gets.succeeded == 30 and puts.succeeded == 1 }
    atEnd                        { 'all peers know the same ring' }
}

stop at: 12.s
