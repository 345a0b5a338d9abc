scenario 'A cache that is not as it should be'
peers 8, run: 'kademlia'
cache capacity: 64, ttl: 10
stop at: 10.s
