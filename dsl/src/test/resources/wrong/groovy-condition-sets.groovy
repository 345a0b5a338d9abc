scenario 'A claim'
peers 64, run: 'kademlia'
expect {
    atEnd { gets.wrong = 0 }
    always { buckets.largest <= 8 && gets.stale = 0 }
}
stop at: 90.s
