scenario 'A claim'
peers 64, run: 'kademlia', alhpa: 3
stop at: 90.s
