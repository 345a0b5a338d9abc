scenario 'x'
peers 10, run: 'kademlia'
timeline {
    at(1.s) { put keys(5) }
    at(2.s) { get any(key) }
}
expect {
    atEnd { gets.wrong >= 0 }
    always { messages['FindNode'].sent < 0 or 0 <= count { bytes > 3 } }
}
stop at: 20.s
