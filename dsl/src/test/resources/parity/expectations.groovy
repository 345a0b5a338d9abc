scenario 'Every operator, and every part of a condition'
params k: 8, target: 95.percent, patience: 20.s
peers 20, run: 'kademlia', k: k
peers 5, as: 'node', run: 'raft'
timeline {
    at(5.s) { crash any(3), as: 'the crash' }
}
expect {
    always(after: 1.s, until: 'the crash') { buckets.largest <= k * 2 + 1 }
    never { count { leader } > 1 || !topology.connected }
    eventually(within: patience, after: 'the crash') { messages['FindNode'].sent > 100 }
    settles(within: 20.s, after: 'the crash', over: 5.s, points: 5) { gets.successRate >= target && gets.failed < 3 }
    leadsTo(within: 10.s, when: { peers.down > 0 }) { peers.up == 25 }
    atEnd(points: 10) { gets.successRate >= 95.percent && gets.latency.p95 < 200.ms }
    atEnd { (peers.up + peers.down) / 5 == 5 }
    always { 'at most one leader per term' }
    always { forAll { bytes <= 64.KiB } }
}
stop at: 90.s
