scenario 'Ten peers find each other, and what one stores any other can read'

peers 10, run: 'kademlia', k: 4

network {
    latency 20.ms..60.ms
}

timeline {
    at(0.s)            { join all, via: 'p1', every: 500.ms }
    at(8.s)            { put 'hello', from: 'p3', as: 'the put' }
    during(9.s..19.s)  { get 'hello', from: any(peer), every: 250.ms }
}

expect {
    eventually(within: 6.s)         { peers.up == 10 }
    leadsTo(within: 1.s,
            when: { gets.started >= 1 })  { gets.succeeded >= 1 }
    atEnd(points: 5)                { gets.successRate == 100.percent }
    atEnd(points: 5)                { topology.connected }
}

stop at: 20.s
