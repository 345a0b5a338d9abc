scenario 'x'
peers 4, run: 'kademlia'
stop at: 10.s
matrix n: 16
