scenario 'Clients who cannot do what they are told'
peers 8, run: 'kademlia'
timeline {
    at(1.s) { put keys(3), size: lognormal(4.KiB, -1) }
}
stop at: 10.s
