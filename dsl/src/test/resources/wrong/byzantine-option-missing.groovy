scenario 'x'
peers 20, run: 'kademlia'
timeline {
    at(1.s) { byzantine any(3), behaviour: 'stalls', every: 1.s }
    at(2.s) { byzantine any(3), behaviour: 'stalls', by: 1.s }
}
stop at: 10.s
