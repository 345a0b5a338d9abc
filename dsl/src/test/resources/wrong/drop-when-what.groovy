scenario 'A claim'
peers 30, run: 'kademlia'
peers 10, as: 'edge', run: 'kademlia'
timeline {
    during(1.s..2.s) { drop all, chance: 5.percent, when: { messages.sent + 1 } }
}
stop at: 90.s
