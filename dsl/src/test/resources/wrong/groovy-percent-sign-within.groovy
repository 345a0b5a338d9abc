scenario 'A claim'
peers 64, run: 'kademlia'
timeline {
    at(50.s) { crash any(30%) }
}
expect {
    atEnd { gets.successRate >= 95% }
}
stop at: 90.s
