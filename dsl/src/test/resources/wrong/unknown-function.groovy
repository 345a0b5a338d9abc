scenario 'A claim'
peers 64, run: 'kademlia'
expect {
    atEnd { cont { leader } <= 1 }
}
stop at: 90.s
