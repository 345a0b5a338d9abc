scenario 'Every way not to keep to a protocol'
params share: 20.percent, late: 200.ms
peers 20, run: 'kademlia'
peers 5, as: 'node', run: 'raft'
timeline {
    at(1.s) { byzantine any(share), behaviour: 'silent', as: 'the mute' }
    during(2.s..9.s) { byzantine 'p3', behaviour: 'drops', chance: 50.percent, type: 'FindNode' }
    at(3.s) { byzantine 'node', behaviour: 'delays', by: late, for: 4.s }
    at(4.s) { byzantine all, behaviour: 'delays', by: exponential(50.ms), chance: share }
    at(5.s) { byzantine 'node2', behaviour: 'replays', by: 1.s..2.s, victim: 'node1' }
    at(6.s) { byzantine any(3), behaviour: 'floods', every: 10.ms, victim: any(2, of: 'node') }
    at(7.s) { byzantine peers(1..4), behaviour: 'lies', target: 'key-17' }
    at(8.s) { byzantine any(2, of: where { honest }), behaviour: 'misroutes', towards: 'dead', victim: 'p1' }
    at(9.s) {
        byzantine 'p9', behaviour: 'student.MyLie', every: 1.s, by: 2.s, chance: 5.percent, target: 'key-1', towards: 'far'
    }
    at(10.s) { heal 'the mute' }
}
expect {
    atEnd { count { not honest } == 0 }
}
stop at: 30.s
