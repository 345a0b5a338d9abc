scenario 'Caches of all peers, and others of one group'
params room: 500, life: 10.min
peers 8, run: 'kademlia'
peers 2, as: 'edge', run: 'kademlia'
peers 3, as: 'voter', run: 'raft'
cache policy: 'lru', capacity: 64.MiB, ttl: life
cache entries: room, policy: 'lfu', sliding: true, on: 'edge'
stop at: 10.s
