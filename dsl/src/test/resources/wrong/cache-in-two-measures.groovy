scenario 'A cache that is not as it should be'
peers 8, run: 'kademlia'
cache entries: 500, capacity: 64.MiB
stop at: 10.s
