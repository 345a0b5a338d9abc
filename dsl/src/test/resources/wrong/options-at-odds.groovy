scenario 'A cache that is not as it should be'
peers 8, run: 'kademlia', alpha: 30
seed 2
stop at: 10.s
