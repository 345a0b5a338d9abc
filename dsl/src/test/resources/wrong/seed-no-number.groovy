scenario 'A claim'
peers 64, run: 'kademlia'
seed 'lucky'
stop at: 90.s
