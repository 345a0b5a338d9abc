scenario 'A claim'
peers 64, run: 'kademlia'
expect {
    atEnd(points: -5) { gets.failed == 0 }
}
stop at: 90.s
