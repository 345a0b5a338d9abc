scenario 'What is kept'
peers 4, run: 'kademlia'
record {
    trace
    messages
    snapshots every: 10.s
}
stop at: 10.s
