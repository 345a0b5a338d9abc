scenario 'A claim
peers 64, run: 'kademlia'
stop at: 90.s
