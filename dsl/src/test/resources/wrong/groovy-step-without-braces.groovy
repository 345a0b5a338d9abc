scenario 'A claim'
peers 64, run: 'kademlia'
timeline {
    at 30.s crash all
    at(40.s) crash any(3), as: 'the crash'
    during 50.s..60.s partition minority
}
stop at: 90.s
