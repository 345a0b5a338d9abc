scenario 'A claim'
peers 64, run: 'kademlia'
include 'networks/broken.yaml'
stop at: 90.s
