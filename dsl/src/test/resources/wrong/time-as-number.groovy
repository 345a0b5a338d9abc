scenario 'A claim'
peers 64, run: 'kademlia'
expect {
    atEnd { gets.latency.p95 < 200 }
}
stop at: 90.s
