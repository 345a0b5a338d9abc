scenario 'A claim'
peers 20, run: 'kademlia'
timeline {
    at(1.s) { crash any(3), , as: 'the loss' }
    at(2.s) { restart 'the loss' }
    at(3.s) { restart 'the los' }
}
expect { settles(within: 5.s, after: 'the loss') { peers.down == 0 } }
stop at: 90.s
