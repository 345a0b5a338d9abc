scenario 'A claim'
peers 64, run: 'kademlia'
expect {
    atEnd { gets.successRate >= 0.95 }
}
stop at: 90.s
