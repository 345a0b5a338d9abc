scenario 'A claim'
peers 0, run: 'kademlia'
stop at: 90.s
