scenario 'A claim'
seed = 42
params n = 64
peers n, run = 'kademlia'
stop at: 90.s
