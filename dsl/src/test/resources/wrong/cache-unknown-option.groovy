scenario 'A cache that is not as it should be'
peers 8, run: 'kademlia'
cache policy: 'lru', capcity: 64.MiB
stop at: 10.s
