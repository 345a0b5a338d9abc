scenario 'Clients who cannot do what they are told'
peers 8, run: 'kademlia'
timeline {
    at(1.s) { get scan(10, 20) }
}
stop at: 10.s
