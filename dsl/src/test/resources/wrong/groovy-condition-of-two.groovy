scenario 'A claim'
peers 64, run: 'kademlia'
expect {
    atEnd {
        gets.wrong == 0
        gets.stale == 0
    }
    always { }
}
stop at: 90.s
