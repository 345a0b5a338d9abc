scenario 'A claim'
peers 64, run: 'kademlia'
(1..3).each { i -> crash all }
3.times { seed 3 }
['p1', 'p2'].each { seed 4 }
stop at: 90.s
