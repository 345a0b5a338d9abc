scenario 'Clients who cannot do what they are told'
peers 8, run: 'kademlia'
timeline {
    at(1.s) { get zipf(0.9, of: 10, shift: 20, every: 1.s) }
}
stop at: 10.s
