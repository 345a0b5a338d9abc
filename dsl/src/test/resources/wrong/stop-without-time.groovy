scenario 'A claim'
peers 64, run: 'kademlia'
stop when: { gets.count > 3 }
