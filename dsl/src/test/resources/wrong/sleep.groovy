scenario 'A claim'
peers 64, run: 'kademlia'
timeline {
    at(50.s) { sleep 4000 }
}
stop at: 90.s
