scenario 'x'
peers 20, run: 'kademlia'
timeline {
    at(1.s) { byzantine any(3), behaviour: 'delays' }
    at(2.s) { byzantine any(3), behaviour: 'floods' }
}
stop at: 10.s
