scenario 'A claim'
peers 64, run: 'kademlia'
for (i in 1..count) {
    seed i
}
x = y + 1
stop at: 90.s
