scenario 'What can happen to messages'
peers 20, run: 'kademlia'
timeline {
    during(1.s..2.s)  { drop all, chance: 20.percent, bursts: 500.ms, within: 90.percent }
    during(1.s..2.s)  { drop 'p1', to: 'p2', type: 'FindNode', chance: 100.percent }
    during(2.s..3.s)  { delay any(3), by: 100.ms..300.ms, type: 'FindValue' }
    at(3.s)           { duplicate all, chance: 5.percent, by: 10.ms, for: 2.s, as: 'the copies' }
    at(4.s)           { heal 'the copies' }
    during(4.s..5.s)  { reorder all, chance: 10.percent, by: exponential(50.ms) }
    during(4.s..5.s)  { reorder all, chance: 10.percent }
    during(5.s..6.s)  { corrupt peers(1..5), chance: 10.percent, delivered: true, to: 'p9' }
    during(5.s..6.s)  { corrupt all, chance: 1.percent }
    during(6.s..7.s)  { throttle any(30.percent), to: 64.kbps }
    at(8.s)           { throttle 'p3', to: 1.5.Mbps, for: 1.s }
    at(9.s)           { drop all, chance: 20.percent, when: { messages.sent > 1000 } }
}
stop at: 30.s
