scenario 'x'
peers 8, run: 'kademlia'
timeline {
    at(1.s) { replay 'recordings/missing.csv' }
}
stop at: 10.s
