scenario 'A claim'
peers 64, run: 'kademlia'
timeline {
    at(10.s) { partition minority, oneWay: yes }
}
stop at: 90.s
