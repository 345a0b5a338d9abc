scenario 'A claim'
peers 20, run: 'kademlia'
expect {
    atEnd { lookups.ended == 1 }
    atEnd { lookups.suceeded == 1 }
    atEnd { bytes.sent > 0 }
}
stop at: 9.s
