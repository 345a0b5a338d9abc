scenario 'Clients who cannot do what they are told'
peers 8, run: 'kademlia'
timeline {
    at(1.s) { get hotspot(10, kesy: 10.percent, requests: 90.percent) }
}
stop at: 10.s
