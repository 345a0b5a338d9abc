scenario 'A claim'
peers 64, run: 'kademlia'
include 'circle/a.yaml'
stop at: 90.s
