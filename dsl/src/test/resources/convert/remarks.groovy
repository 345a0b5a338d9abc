// what this is about
// in two lines
scenario 'It is all: of it'
seed 3 // a seed
params n: 10, who: 'p1', odd: '12 monkeys', flag: true, longest: 2 * n

/* the peers
 * of it */
peers n, as: 'old', run: 'kademlia', k: 6
// the second group
peers 20, as: 'new', run: 'kademlia', k: 6, eviction: 'never'

network {
    latency 20.ms..80.ms  // as measured
}

timeline {   // what happens
    // first
    at(1.s) { put keys(n * 2); crash any(n - 1, of: 'old').except('old1') }   // both at once
    for (i in 1..2) {
        // each
        at((i * 10).s) { put "key-$i", size: (i * 64).KiB }
    }

    at(50.s) { crash closest(2, to: 'key 1, or'), as: 'the crash, really' }
    at(51.s) {
        leave any(n)
        leave 'old3'
    }
    at(52.s) { partition([any(2, of: 'old'), 'the crash, really'], for: 4.s) }
    during(53.s..54.s) { get any(key), every: 0.5.s, from: 'old'.except('old2') }
    // last words
}
expect {
    never { gets.wrong > 0 and !(peers.up == 3 or not topology.connected) }
    leadsTo(within: 1.s, when: { gets.started >= 1 }) { (gets.failed - 1) * 2 - (3 - 1) == 4 }
}
record {
    trace
    snapshots every: 10.s  // now and then
}
// before the end
stop at: 90.s
// the end
