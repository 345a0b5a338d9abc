scenario 'A claim'
peers 64, run: 'kademlia'
