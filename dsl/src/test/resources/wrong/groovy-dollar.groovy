scenario 'A claim'
params n: 64
peers $n, run: 'kademlia'
stop at: 90.s
