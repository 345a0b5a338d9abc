scenario 'A claim'
peers 64, run: 'kademlia'
expect {
    eventually { gets.failed == 0 }
}
stop at: 90.s
