scenario 'x'
peers 10, run: 'kademlia'
timeline {
    during(1.s..2.s) { wipe all }
}
stop at: 90.s
