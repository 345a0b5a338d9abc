scenario 'A network that somebody measured, with something of our own'
peers 20, run: 'kademlia'
network {
    profile   'mobile'
    loss      1.percent
    bandwidth 1.Mbps
}
stop at: 30.s
