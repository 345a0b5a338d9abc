scenario 'A claim' # what it says
peers 20, run: 'kademlia'
seed 'x' # any
stop at: 90.s
