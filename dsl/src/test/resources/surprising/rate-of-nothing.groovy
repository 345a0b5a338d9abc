scenario 'x'
peers 10, run: 'kademlia'
timeline {
    at(1.s) { put keys(5) }
}
expect {
    atEnd { gets.successRate >= 95.percent and puts.failed == 0 }
}
stop at: 20.s
