scenario 'A claim'
peers 30, run: 'kademlia'
peers 10, as: 'edge', run: 'kademlia'
timeline {
    during(1.s..2.s) { reorder all, chance: 5.percent, by: 100 }
}
stop at: 90.s
