scenario 'A cache that is not as it should be'
peers 3, run: 'raft'
cache policy: 'lru', entries: 500
stop at: 10.s
