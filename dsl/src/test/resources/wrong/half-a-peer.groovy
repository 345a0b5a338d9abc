scenario 'A claim'
peers 2.5, run: 'kademlia'
stop at: 90.s
