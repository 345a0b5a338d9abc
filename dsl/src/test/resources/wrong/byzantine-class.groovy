scenario 'x'
peers 20, run: 'kademlia'
timeline {
    at(1.s) { byzantine any(3), behaviour: 'student.MyLies' }
    at(2.s) { byzantine any(3), behaviour: 'student.MyTable' }
    at(3.s) { byzantine any(3), behaviour: 'student.HalfLie' }
}
stop at: 10.s
