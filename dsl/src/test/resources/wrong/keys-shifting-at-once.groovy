scenario 'Clients who cannot do what they are told'
peers 8, run: 'kademlia'
timeline {
    at(1.s) { get zipf(0.9, of: 10, shift: 2, every: 0.s) }
}
stop at: 10.s
