scenario 'A claim'
peers 64, run: 'kademlia'
timeline {
    at(10.s) { crash -1 }
}
assert 1 == 1
42
return 3
stop at: 90.s
