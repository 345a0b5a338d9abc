scenario 'A claim'
peers 64, run: 'kademlia'
expect {
    atEnd { 'at most one ladder' }
}
stop at: 90.s
