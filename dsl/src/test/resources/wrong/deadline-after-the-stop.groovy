scenario 'A claim'
peers 64, run: 'kademlia'
timeline {
    at(50.s) { crash any(30.percent), as: 'the crash' }
}
expect {
    settles(within: 50.s, after: 'the crash') { gets.failed == 0 }
}
stop at: 90.s
