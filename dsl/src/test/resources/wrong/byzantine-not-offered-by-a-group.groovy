scenario 'x'
peers 20, run: 'kademlia'
peers 5, as: 'node', run: 'raft'
timeline {
    at(1.s) { byzantine any(2, of: 'node'), behaviour: 'lies' }
    at(2.s) { byzantine 'node3', behaviour: 'lies' }
}
stop at: 10.s
