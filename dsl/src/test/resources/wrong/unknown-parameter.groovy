scenario 'A claim'
params n: 64
peers m, run: 'kademlia', k: n
stop at: 90.s
