scenario 'A claim'
peers 64, run: 'kademlia'
include 'networks/nowhere.yaml'
stop at: 90.s
