scenario 'x'
params k: 8
matrix n: [1, 2]
peers 4, run: 'kademlia'
stop at: 20.s
