scenario 'x'
peers 20, run: 'kademlia'
timeline {
    at(1.s) { byzantine any(3), behaviour: 'silent', by: 2.s, every: 1.s }
    at(2.s) { byzantine any(3), behaviour: 'lies', type: 'FindValue' }
}
stop at: 10.s
