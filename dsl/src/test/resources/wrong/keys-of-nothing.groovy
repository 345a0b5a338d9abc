scenario 'Clients who cannot do what they are told'
peers 8, run: 'kademlia'
timeline {
    at(1.s) { get uniform(0) }
}
stop at: 10.s
