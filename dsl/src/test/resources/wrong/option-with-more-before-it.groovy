scenario 'A claim'
peers 30, run: 'kademlia', maxEviction: 'never'
stop at: 90.s
