scenario 'x'
peers 10, run: 'kademlia'
timeline {
    at(1.s) { put keys(5) }
    during(2.s..9.s) { get any(key), every: 1.s }
}
expect {
    always(over: 30.s) { gets.successRate >= 95.percent }
}
stop at: 20.s
