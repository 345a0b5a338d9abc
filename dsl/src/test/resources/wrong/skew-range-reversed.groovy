scenario 'x'
peers 10, run: 'kademlia'
timeline {
    at(1.s) { skew all, by: 100.ms..-100.ms }
}
stop at: 90.s
