scenario 'x'
peers 10, run: 'kademlia'
timeline {
    during(1.s..2.s) { skew all.except(all), by: 200.ms }
}
stop at: 90.s
