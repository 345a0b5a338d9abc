scenario 'x'
peers 10, run: 'kademlia'
timeline {
    at(1.s) { put keys(5) }
}
expect {
    leadsTo(within: 5.s, when: { gets.failed > 0 }) { puts.failed == 0 }
}
stop when: { lookups.count > 5 }, atMost: 20.s
