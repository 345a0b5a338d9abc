scenario 'x'
peers 4, run: 'kademlia'
stop at: 10.s
seeds([1, 'two'])
