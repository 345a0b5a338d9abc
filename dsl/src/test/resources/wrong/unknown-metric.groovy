scenario 'A claim'
peers 64, run: 'kademlia'
expect {
    atEnd { gets.sucessRate >= 95.percent }
}
stop at: 90.s
