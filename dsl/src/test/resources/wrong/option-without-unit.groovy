scenario 'A claim'
peers 64, run: 'kademlia', requestTimeout: 500
stop at: 90.s
