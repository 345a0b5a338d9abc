scenario 'x'
peers 10, run: 'kademlia'
timeline {
    at(1.s) { crash all, every: 3.s, as: 'the end' }
}
expect {
    always(after: 'the end') { peers.up == 0 }
}
stop at: 20.s
