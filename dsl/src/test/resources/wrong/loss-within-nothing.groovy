scenario 'A claim'
peers 30, run: 'kademlia'
network {
    loss 1.percent, bursts: 200.ms, within: 0.percent
}
stop at: 90.s
