scenario 'A claim'
peers 30, run: 'kademlia'
timeline {
    during(1.s..2.s) { drop all, chance: 60.percent, bursts: 200.ms, within: 50.percent }
}
stop at: 90.s
