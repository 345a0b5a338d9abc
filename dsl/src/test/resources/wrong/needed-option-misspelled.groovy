scenario 'Two liars'
peers 10, run: 'kademlia'
timeline {
    at(1.s) { byzantine any(2), behavior: 'silent' }
}
stop at: 10.s
