scenario 'A claim'
peers run: 'kademlia'
stop at: 90.s
