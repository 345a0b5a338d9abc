scenario 'x'
matrix n: 1..100, k: 1..100
peers n, run: 'kademlia', k: k
stop at: 10.s
