scenario 'A claim'
peers 64, run: 'kademlia'
expect {
    always { p -> p.bytes <= 3 }
    atEnd { it.wrong == 0 }
}
stop at: 90.s
