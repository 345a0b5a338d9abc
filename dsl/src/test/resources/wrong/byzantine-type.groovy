scenario 'x'
peers 20, run: 'kademlia'
timeline {
    at(1.s) { byzantine any(3), behaviour: 'drops', type: 'FindNodes' }
}
stop at: 10.s
