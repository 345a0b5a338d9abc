scenario 'A claim'
peers 64, run: 'kademlia'
expect {
    alway { gets.failed == 0 }
}
stop at: 90.s
