scenario 'A claim'
params n: 20
peers 30, run: 'kademlia'
timeline {
    at(1.s) { put keys(n / 3) }
    at(2.s) { get zipf(0.9, 200) }
}
expect {
    atEnd { sum(bytes) > 0 }
}
record
stop at: 90.s
