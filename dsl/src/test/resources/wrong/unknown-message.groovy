scenario 'A claim'
peers 64, run: 'kademlia'
expect {
    atEnd { messages['FindNod'].sent > 0 }
}
stop at: 90.s
