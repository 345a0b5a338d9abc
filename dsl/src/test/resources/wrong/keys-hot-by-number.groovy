scenario 'Clients who cannot do what they are told'
peers 8, run: 'kademlia'
timeline {
    at(1.s) { get hotspot(10, keys: 0.1, requests: 90.percent) }
}
stop at: 10.s
