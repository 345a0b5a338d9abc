scenario 'A claim'
peers 64, run: 'kademlia'
expect {
    atEnd { lookups.hops < 5 }
}
stop at: 90.s
