package peerlab.kademlia

import peerlab.engine.base.SimTime
import peerlab.engine.base.Span
import peerlab.engine.protocol.workbench.Effect.Saved

/** What becomes of the values that a peer holds when it goes, or when its disk fails. */
class GoodbyeSpec extends KademliaBenchSpec {

    def key = null
    def item = null

    /** A peer that is as close to a key as can be, knows the others, and holds the value. */
    private void holds(Map options = [:]) {
        deployment = deployment([k: 3L, alpha: 2L] + options)
        key = (1..200).collect { deployment.place("key-$it".toString()) }
                .find { candidate -> (1..<PEERS).count { candidate.compareDistances(contact(it),
                        contact(0)) < 0 } < 3 }
        item = new Item('v', peer(4), SimTime.ZERO)
        host = host(0)
        host.starts()
        knows((1..<PEERS).toList())
        host.receives(peer(4), new Store(1, key, item, false))
    }

    def "the paper's peers leave without a word: the others hold copies"() {
        given:
        holds()

        expect:
        host.leaves() == []
    }

    def "with handover a peer that leaves stores each value at who comes to be one of the k closest"() {
        given:
        holds(handover: true)
        def others = (1..<PEERS).toSorted { a, b -> key.compareDistances(contact(a), contact(b)) }

        when:
        host.leaves()

        then: 'the third of the others, of whom two held it already'
        requests(Store)*.to() == [peer(others[2])]
        requests(Store)*.message()*.item() == [item]
        requests(Store)*.message().every { !it.isCached() }
    }

    def "a copy, a value that has expired, and one that belongs elsewhere are not handed over"() {
        given: 'a value and a copy'
        holds(handover: true)
        host.receives(peer(4), new Store(2, deployment.place('copied'), item, true))
        def far = (1..200).collect { deployment.place("far-$it".toString()) }
                .find { candidate -> (1..<PEERS).count { candidate.compareDistances(contact(it),
                        contact(0)) < 0 } > 5 }
        host.receives(peer(4), new Store(3, far, item, false))

        expect: 'the value alone'
        host.leaves()
        requests(Store)*.message()*.key() == [key]

        when: 'a day has passed'
        host.advance(Span.hours(25))
        host.leaves()

        then:
        requests(Store) == []
    }

    def "a peer that knows fewer than k others has nobody to hand over to, for all of them hold it"() {
        given: 'a peer that knows two'
        deployment = deployment([k: 3L, alpha: 2L, handover: true])
        host = host(0)
        host.starts()
        knows([1, 2])
        host.receives(peer(2), new Store(1, deployment.place('x'), new Item('v', peer(2), SimTime.ZERO),
                false))

        expect:
        host.leaves() == []
    }

    def "a peer whose disk fails has lost the values, goes on, and keeps what it hears next"() {
        given:
        holds()

        when:
        def saved = host.losesStorage().findAll { it instanceof Saved }

        then: 'the value is gone'
        saved.size() == 1
        host.receives(peer(4), new FindValue(2, key)).every { !(it.message() instanceof ValueFound) }

        when: 'another is stored'
        host.receives(peer(4), new Store(3, key, item, false))

        then: 'what a restart finds, and whom it still knows'
        saved[0].state().all()*.key == [key]

        when:
        def known = table().contacts() as Set
        host = host(0, [], saved[0].state())
        host.starts()

        then:
        host.receives(peer(4), new FindValue(4, key)).any { it.message() instanceof ValueFound }
        !known.empty
        table().contacts() as Set == known
    }
}
