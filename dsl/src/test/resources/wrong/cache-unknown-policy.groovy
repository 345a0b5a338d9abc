scenario 'A cache that is not as it should be'
peers 8, run: 'kademlia'
cache policy: 'lruu', entries: 500
stop at: 10.s
