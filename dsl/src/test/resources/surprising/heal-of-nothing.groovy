scenario 'x'
peers 10, run: 'kademlia'
timeline {
    at(1.s) { heal all }
    during(2.s..3.s) { partition minority }
}
stop at: 20.s
