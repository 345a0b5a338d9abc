scenario 'A claim'
peers 30, run: 'kademlia'
peers 10, as: 'edge', run: 'kademlia'
timeline {
    during(1.s..2.s) { delay all }
}
stop at: 90.s
