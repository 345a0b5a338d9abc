scenario 'A peer doesn't forget'
peers 64, run: 'kademlia'
stop at: 90.s
