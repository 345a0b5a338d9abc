// What a program recorded is asked again: who, what and when stand in the file beside this one.
scenario 'Songs that were stored are found again, in the order in which somebody once asked for them'

peers 16, run: 'kademlia', k: 4, start: 'converged'

network {
    latency 20.ms..60.ms
}

timeline {
    at(1.s)  { replay 'replayed-reads.csv', from: any(peer), as: 'the replay' }
}

expect {
    atEnd(points: 2)  { puts.succeeded == 3 }
    atEnd(points: 2)  { gets.started == 8 }
    atEnd(points: 6)  { gets.successRate == 100.percent }
}

stop at: 10.s
