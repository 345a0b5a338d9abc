scenario 'Every way to say who is meant'
params few: 3, share: 20.percent
peers 10, run: 'kademlia', start: 'converged', requestTimeout: 500.ms, eviction: 'never', cacheOnLookup: false
peers 5, as: 'cache', run: 'raft'
timeline {
    at(1.s) { crash all }
    at(2.s) { crash one }
    at(3.s) { crash any(3) }
    at(4.s) { crash any(few), as: 'victims' }
    at(5.s) { crash any(share) }
    at(6.s) { crash minority }
    at(7.s) { crash majority }
    at(8.s) { crash leader }
    at(9.s) { crash peers(1..5) }
    at(10.s) { leave 'p7' }
    at(11.s) { leave 'cache' }
    at(12.s) { leave 'cache3' }
    at(13.s) { leave any(2, of: 'cache') }
    at(14.s) { leave any('cache') }
    at(15.s) { leave closest(3, to: 'key-17') }
    at(16.s) { leave all.except(leader) }
    at(17.s) { leave any(peer) }
    at(18.s) { restart 'victims', storage: lost }
    at(19.s) { restart down }
    at(20.s) { restart any(2, of: down) }
    at(21.s) { leave any(50.percent, of: 'cache') }
    at(22.s) { leave where { role == 'relay' } }
    at(23.s) { leave except('p1') }
}
stop at: 30.s
