scenario 'A claim'
peers 64, run: 'kademlia'
x = 0
while (x >= 0) { x += 1 }
stop at: 90.s
