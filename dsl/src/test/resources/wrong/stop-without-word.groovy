scenario 'A claim'
peers 20, run: 'kademlia'
stop 90.s
