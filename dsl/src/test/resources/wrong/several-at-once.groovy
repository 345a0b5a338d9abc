scenario 'A claim'
peers 64, run: 'kademlia'
network {
    loss 0.01
}
timeline {
    at(50.s) { crsh any(30.percent) }
}
expect {
    always { gets.successRate >= 95.percent }
}
