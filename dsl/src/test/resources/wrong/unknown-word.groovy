scenario 'A claim'
peers 64, run: 'kademlia'
timelin { }
stop at: 90.s
