scenario 'A claim'
peers 4, run: 'raft'
peers 4, run: 'kademlia'
stop at: 90.s
