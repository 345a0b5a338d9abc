scenario 'x'
peers 4, run: 'kademlia'
stop at: 10.s
seed 1
seeds 1..3
