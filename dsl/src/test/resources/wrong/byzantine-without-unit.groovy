scenario 'x'
peers 20, run: 'kademlia'
timeline {
    at(1.s) { byzantine any(3), behaviour: 'drops', chance: 0.5 }
    at(2.s) { byzantine any(3), behaviour: 'delays', by: 200 }
    at(3.s) { byzantine any(3), behaviour: 'floods', every: 0.s }
}
stop at: 10.s
