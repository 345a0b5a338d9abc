scenario 'A claim'
peers 64, run: 'kademlia'
seed 1, 2
stop at: 90.s
