scenario 'A claim'
peers 64, run: 'kademlia'
expect {
    always { gets.successRate >= 95.percent }
}
stop at: 90.s
