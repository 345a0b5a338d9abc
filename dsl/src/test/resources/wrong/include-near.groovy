scenario 'A claim'
include 'networks/brocken.yaml'
peers 20, run: 'kademlia'
stop at: 90.s
