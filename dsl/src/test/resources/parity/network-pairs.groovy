scenario 'A network as far apart as a file of round trips says'
peers 20, run: 'kademlia'
network {
    latency     matrix: 'matrices/pairs.txt', unit: 'us', roundTrip: true
    bandwidth   up: 1.Mbps
    connections setup: 0
    nat         any(30.percent)
    loss        1.percent, bursts: 500.ms
}
stop at: 30.s
