// A checksum turns a message that noise has changed into a lost one, and what is lost is asked for again.
// Without it the
// wrong value is read, stored and passed on.
scenario 'Without a checksum, what noise does to a message becomes what everybody reads'

peers 50, run: 'kademlia', k: 8, start: 'converged'

network {
    latency 20.ms..60.ms
}

timeline {
    at(1.s)             { put keys(40) }
    during(10.s..30.s)  { corrupt all, chance: 10.percent }
    during(10.s..30.s)  { get any(key), every: 50.ms }
    during(40.s..60.s)  { corrupt all, chance: 10.percent, delivered: true }
    during(40.s..60.s)  { get any(key), every: 50.ms }
}

expect {
    always(until: 40.s)                          { gets.wrong == 0 }
    eventually(after: 40.s, within: 20.s)        { gets.wrong > 0 }
    always(after: 12.s, until: 30.s, over: 2.s)  { gets.successRate >= 90.percent }
}

stop at: 70.s
