scenario 'x'
matrix k: [8, 4, 0]
peers 4, run: 'kademlia', k: k
stop at: 10.s
