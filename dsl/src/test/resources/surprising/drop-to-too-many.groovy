scenario 'x'
peers 10, run: 'kademlia'
timeline {
    during(1.s..2.s) { drop all, chance: 20.percent, to: any(12) }
}
stop at: 90.s
