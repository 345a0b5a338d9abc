scenario 'A cache that is not as it should be'
peers 8, run: 'kademlia'
cache 'lru'
stop at: 10.s
