scenario 'x'
peers 20, run: 'kademlia'
timeline {
    during(1.s..9.s) { byzantine any(3), behaviour: 'lie' }
    at(2.s) { byzantine all, behaviour: 'mumbles' }
}
stop at: 10.s
