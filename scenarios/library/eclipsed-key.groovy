// In a network that lets peers choose their ids, whoever wants a key brings as many ids close to it as there
// are copies. The
// closest peers to the key are then all of one group: they confirm each put, keep nothing, and name one
// another.
scenario 'Eight Sybils hide a key from everybody, although each put of it was confirmed'

params k: 8, sybils: 8

peers 200, run: 'kademlia', k: k, start: 'converged'
peers sybils, as: 'sybil', run: 'kademlia', k: k, near: 'key-17', start: 'converged'

network {
    latency 20.ms..60.ms
}

timeline {
    at(1.s)              { byzantine 'sybil', behaviour: 'colludes', target: 'key-17' }
    at(2.s)              { put keys(50), from: 'p1' }
    during(5.s..20.s)    { get 'key-17', from: any(1, of: where { honest }), every: 100.ms }
    during(25.s..40.s)   { get 'key-18', from: any(1, of: where { honest }), every: 100.ms }
}

expect {
    atEnd                                              { puts.successRate == 100.percent }
    always(after: 6.s, until: 20.s, over: 1.s)         { gets.successRate == 0.percent }
    always(after: 26.s, until: 40.s, over: 1.s)        { gets.successRate == 100.percent }
    atEnd                                              { gets.wrong == 0 }
}

stop at: 41.s
