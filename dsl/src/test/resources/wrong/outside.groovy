scenario 'A claim'
peers 64, run: 'kademlia'
latency 20.ms
stop at: 90.s
