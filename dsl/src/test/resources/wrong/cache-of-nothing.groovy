scenario 'A cache that is not as it should be'
peers 8, run: 'kademlia'
cache entries: 0
stop at: 10.s
