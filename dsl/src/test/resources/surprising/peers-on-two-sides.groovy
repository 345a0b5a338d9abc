scenario 'x'
peers 10, run: 'kademlia'
timeline {
    during(1.s..9.s) { partition([peers(1..5), peers(4..8), 'p5']) }
    during(1.s..9.s) { partition(['p1', others]) }
}
stop at: 20.s
