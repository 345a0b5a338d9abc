scenario 'A claim'
peers 64, run: 'kademlia'
expect {
    atEnd { gets.faild == 0 && puts.faild == 0 }
}
stop at: 90.s
