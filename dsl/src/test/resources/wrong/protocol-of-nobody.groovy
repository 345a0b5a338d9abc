scenario 'A claim'
peers 5, run: 'paxos', election: 150.ms
timeline {
    at(1.s) { propose keys(1) }
    at(2.s) { crsh leader }
}
expect { always { 'no two values are chosen' } }
stop at: 9.s
