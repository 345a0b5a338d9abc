Scenario 'A claim'
peers 20, run: 'kademlia'
Timeline { at(1.s) { crash all, as: 'it' } }
expect { settles(within: 5.s, after: 'it') { peers.down == 0 } }
stop at: 90.s
