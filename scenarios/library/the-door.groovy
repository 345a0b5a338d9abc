// Kademlia keeps old contacts that are alive, so a full table is hard to take over. A newcomer has no table
// yet: it learns
// of others from those whom it asks, and asks those of whom it was told.
scenario 'A newcomer who comes in through the wrong door knows nobody honest, and finds nothing'

peers 80, run: 'kademlia', k: 8, start: 'converged'
peers 12, as: 'gang', run: 'kademlia', k: 8, start: 'converged'
peers 2, as: 'late', run: 'kademlia', k: 8

network {
    latency 20.ms..60.ms
}

timeline {
    at(0.s)              { byzantine 'gang', behaviour: 'colludes', victim: 'late' }
    at(1.s)              { put keys(50), from: 'p1' }
    at(5.s)              { join 'late1', via: 'p1' }
    at(5.s)              { join 'late2', via: 'gang1' }
    during(10.s..20.s)   { get any(key), from: 'late1', every: 100.ms }
    during(30.s..40.s)   { get any(key), from: 'late2', every: 100.ms }
}

expect {
    always(after: 11.s, until: 20.s, over: 1.s)        { gets.successRate == 100.percent }
    always(after: 31.s, until: 40.s, over: 1.s)        { gets.successRate == 0.percent }
    atEnd                                              { gets.wrong == 0 }
}

stop at: 41.s
