scenario 'A claim'
peers 64, run: 'kademlia'
for (int i = 0; i < 3; i++) {
    seed i
}
stop at: 90.s
