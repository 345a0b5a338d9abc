scenario 'A claim'
peers 30, run: 'kademlia'
peers 10, as: 'edge', run: 'kademlia'
network {
    bandwidth 1.Mbps, up: 2.Mbps, down: 3.Mbps
}
stop at: 90.s
