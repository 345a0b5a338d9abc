scenario 'A cache that is not as it should be'
peers 8, run: 'kademlia'
peers 3, as: 'voter', run: 'raft'
cache policy: 'lru', on: 'voter'
stop at: 10.s
