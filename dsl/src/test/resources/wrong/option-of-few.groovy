scenario 'A claim'
peers 64, run: 'kademlia', eviction: 'sometimes'
stop at: 90.s
