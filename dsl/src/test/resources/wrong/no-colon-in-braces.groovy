scenario 'A claim'
peers 30, run: 'kademlia'
timeline {
    during(2.s..4.s) { partition peers(1..8), peers(9..16) }
    at(3.s) { crash any(3), as 'the crash' }
}
expect {
    always(until 2.s) { peers.up == 3 }
}
stop at: 90.s
