// A matrix: each number of copies meets each share of lost messages. Three of the four cells pass; before
// you run it, say which does not, and why, since nobody crashes.
scenario 'Where nobody crashes two copies are as good as eight, whether or not messages are lost'

seeds  1..5
matrix k: [2, 8], loss: [0.percent, 10.percent]

peers 40, run: 'kademlia', k: k, start: 'converged'

network {
    latency 20.ms..60.ms
    loss    loss
}

timeline {
    at(1.s)             { put keys(40) }
    during(10.s..40.s)  { get any(key), from: any(peer), every: 100.ms }
}

expect {
    never              { peers.down > 0 }
    atEnd(points: 10)  { gets.successRate >= 99.percent }
}

stop at: 45.s
