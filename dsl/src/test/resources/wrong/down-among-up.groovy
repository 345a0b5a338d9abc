scenario 'A claim'
peers 20, run: 'kademlia'
timeline {
    at(1.s) { restart where { down } }
}
expect { atEnd { count { down } == 0 } }
stop at: 90.s
