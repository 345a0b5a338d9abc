// The same share of messages is lost in both minutes: one in five. One by one, of ten questions within a second
// some get through. In bad times of four seconds on the average all of them meet the same bad time, and so do
// all that ask again.
scenario 'Losses that come in bursts cut somebody off, as many that come one by one do not'

params share: 20.percent

peers 2, run: 'kademlia', k: 1, start: 'converged'

network {
    latency 20.ms..60.ms
}

timeline {
    at(0.s)               { put keys(1), from: 'p2' }
    during(10.s..170.s)   { get any(key), from: where { keys == 0 }, every: 100.ms }
    during(10.s..70.s)    { drop all, chance: share }
    during(100.s..160.s)  { drop all, chance: share, bursts: 4.s }
}

expect {
    always(after: 12.s, until: 70.s, over: 1.s)       { gets.successRate > 0.percent }
    eventually(after: 99.s, within: 61.s, over: 1.s)  { gets.successRate == 0.percent }
}

stop at: 175.s
