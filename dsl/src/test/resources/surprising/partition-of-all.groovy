scenario 'x'
peers 10, run: 'kademlia'
timeline {
    during(1.s..2.s) { partition all }
}
stop at: 20.s
