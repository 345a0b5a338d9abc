scenario 'Clients who cannot do what they are told'
peers 8, run: 'kademlia'
timeline {
    during(1.s..2.s) { get uniform(10), every: 1.s, think: 1.s }
}
stop at: 10.s
