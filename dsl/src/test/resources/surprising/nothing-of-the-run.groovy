scenario 'x'
peers 10, run: 'kademlia'
timeline {
    at(1.s) { put keys(5) }
}
expect {
    atEnd { 2 * 3 == 6 }
}
stop at: 20.s
