package peerlab.kademlia

import peerlab.engine.base.PeerId
import peerlab.engine.base.RandomSource
import spock.lang.Specification

class ConvergenceSpec extends Specification {

    def "a distance range holds k contacts or all there are: #peers peers, k=#k, bits=#bits (seed #seed)"() {
        given: 'converged tables'
        def network = new SmallNetwork(peers, [k: (long) k, bits: (long) bits], seed).converged()
        def all = (0..<peers).collect { network.deployment.contact(PeerId.of(it)) }

        expect: 'the number that counting gives, and no contact in a wrong range'
        network.up.each { id, kademlia ->
            def self = network.deployment.contact(id)
            def population = all.findAll { !it.is(self) }.countBy { self.prefixWith(it) }
            def held = kademlia.table().contacts()
            assert (held as Set).size() == held.size()
            def due = population.collectEntries { range, count -> [range, Math.min(k, count)] }
            assert held.countBy { self.prefixWith(it) } == due
            assert kademlia.table().size() == held.size()
            assert kademlia.table().largest() <= k
        }

        where:
        peers | k  | bits | seed
        1     | 20 | 160  | 1
        3     | 20 | 160  | 2
        100   | 20 | 160  | 3
        300   | 8  | 160  | 4
        300   | 1  | 160  | 5
        16    | 2  | 4    | 6
    }

    def "a relaxed table begins with all of the smallest subtree of k: #peers peers, k=#k (seed #seed)"() {
        given:
        def network = new SmallNetwork(peers, [k: (long) k, relaxed: true], seed).converged()
        def all = (0..<peers).collect { network.deployment.contact(PeerId.of(it)) }

        expect: 'them, and of each range farther away k or all'
        network.up.each { id, kademlia ->
            def self = network.deployment.contact(id)
            def others = all.findAll { !it.is(self) }
            def subtree = (160..0).collect { depth -> others.findAll { it.prefixWith(self) >= depth } }
                    .find { it.size() >= k } ?: others
            def held = kademlia.table().contacts()
            assert (held as Set).size() == held.size()
            assert held.size() == kademlia.table().size()
            def depth = subtree.collect { it.prefixWith(self) }.min() ?: 0
            assert held.findAll { it.prefixWith(self) >= depth } as Set == subtree as Set
            assert held.findAll { it.prefixWith(self) < depth }.countBy { it.prefixWith(self) }
                    == others.findAll { it.prefixWith(self) < depth }.countBy { it.prefixWith(self) }
                    .collectEntries { range, count -> [range, Math.min(k, count)] }
            assert kademlia.table().largest() <= k
        }

        where:
        peers | k  | seed
        1     | 20 | 1
        100   | 20 | 2
        300   | 8  | 3
        300   | 1  | 4
    }

    def "contacts are drawn uniformly from a range"() {
        given: 'the far half of one peer in many networks of the same ids'
        def network = new SmallNetwork(101, [k: 10L], 9)
        101.times { network.create(it) }
        def self = network.deployment.contact(PeerId.of(0))
        def far = (1..100).findAll { network.deployment.contact(PeerId.of(it)).prefixWith(self) == 0 }
        def drawn = far.collectEntries { [it, 0] }
        def runs = 2000

        when: 'tables are dealt again and again'
        runs.times {
            network.deployment.converge(network, new RandomSource(it))
            network.up[PeerId.of(0)].table().contacts().findAll { c -> c.prefixWith(self) == 0 }
                    .each { c -> drawn[c.peer().index()]++ }
        }

        then: 'each was drawn about equally often: chi-square is below n + 4 sqrt(2n), its 99.9 % point'
        def expected = runs * 10 / far.size()
        def chiSquare = drawn.values().sum { (it - expected) * (it - expected) / expected }
        chiSquare < far.size() + 4 * Math.sqrt(2 * far.size())
    }

    def "only those who are up are known"() {
        given: 'a network of which half is up'
        def network = new SmallNetwork(40, [k: 5L])
        (0..<20).each { network.create(it) }
        network.deployment.converge(network, new RandomSource(1))

        expect: 'no contact that is not up'
        network.up.values().every { it.table().contacts().every { c -> network.isUp(c.peer()) } }
        network.up.values().every { it.table().size() > 0 }
    }
}
