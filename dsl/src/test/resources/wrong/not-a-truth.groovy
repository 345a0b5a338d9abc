scenario 'A claim'
peers 64, run: 'kademlia'
expect {
    atEnd { gets.failed }
}
stop at: 90.s
