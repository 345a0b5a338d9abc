scenario 'A claim'
peers 64, run: 'kademlia', k: 0
stop at: 90.s
