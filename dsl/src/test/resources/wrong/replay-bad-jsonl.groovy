scenario 'x'
peers 8, run: 'kademlia'
timeline {
    at(1.s) { replay 'recordings/bad.jsonl' }
}
stop at: 10.s
