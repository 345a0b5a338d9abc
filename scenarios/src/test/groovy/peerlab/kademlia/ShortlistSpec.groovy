package peerlab.kademlia

import peerlab.engine.base.PeerId
import peerlab.engine.base.RandomSource
import spock.lang.Specification

class ShortlistSpec extends Specification {

    static final int PEERS = 400

    /** Ids that agree in so many of their first bits, as those close to a target do in a large network. */
    static Directory directory(int shared, RandomSource random) {
        def directory = new Directory(PEERS)
        def centre = IdSpaceSpec.randomKey(random)
        PEERS.times { directory.enter(PeerId.of(it), centre.near(shared, random)) }
        directory
    }

    def "the closest of all that were added come first, in their order: ids share #shared bits (k=#k)"() {
        given: 'many contacts, added in any order and more than once'
        def random = new RandomSource(shared + k)
        def directory = directory(shared, random)
        def target = directory.contact(0).key().near(shared, random)
        def list = new Shortlist(directory, target, k)
        def limit = Math.max(64, 4 * k)
        def added = [] as Set

        expect: 'after each the list that sorting gives, and a word where the newcomer is the closest'
        1000.times {
            def contact = random.nextInt(PEERS)
            def isNew = added.add(contact)
            def sorted = added.toSorted { a, b -> directory.compareDistances(target, a, b) }.take(limit)
            added.retainAll(sorted)
            list.hear(it)
            assert list.add(contact, 1) == (!isNew ? Shortlist.KNOWN
                    : sorted[0] == contact ? Shortlist.CLOSEST : Shortlist.NEW)
            assert (0..<list.size()).collect { list.contact(it) } == sorted
            assert list.indexOf(contact) == sorted.indexOf(contact)
        }

        where:
        shared | k
        0      | 20
        30     | 20
        62     | 8
        100    | 20
        140    | 40
    }

    def "a contact keeps the depth of when it was first heard of; of several at one instant, the smallest"() {
        given: 'two answers at one instant, and one later'
        def directory = directory(0, new RandomSource(1))
        def list = new Shortlist(directory, directory.contact(0).key(), 4)
        list.hear(10)
        list.add(3, 5)
        list.hear(10)

        when: 'the second names the same contact, nearer'
        list.add(3, 2)
        then: 'it is that near'
        list.depth(0) == 2

        when: 'the third does, nearer still'
        list.hear(11)
        list.add(3, 1)
        then: 'that comes too late'
        list.depth(0) == 2
    }

    def "states are told apart from contacts, and say who is to be asked and when all have answered"() {
        given: 'three contacts'
        def directory = directory(0, new RandomSource(2))
        def list = new Shortlist(directory, directory.contact(0).key(), 2)
        list.hear(1)
        [5, 6, 7].each { list.add(it, 1) }
        def contacts = (0..2).collect { list.contact(it) }

        expect: 'the closest to be asked first'
        list.firstUnasked(2) == 0
        !list.isSettled(2)

        when: 'the closest stays silent, the next answers'
        list.setState(0, Shortlist.SILENT)
        list.setState(1, Shortlist.ANSWERED)
        then: 'the third is one of the two closest that are left'
        list.firstUnasked(2) == 2
        !list.isSettled(2)

        when: 'it is asked'
        list.setState(2, Shortlist.ASKED)
        then: 'nobody is left to ask, and its answer is missing'
        list.firstUnasked(2) == -1
        !list.isSettled(2)

        when: 'it answers'
        list.setState(2, Shortlist.ANSWERED)
        then: 'that is all, and everybody is who they were'
        list.isSettled(2)
        (0..2).collect { list.state(it) } == [Shortlist.SILENT, Shortlist.ANSWERED, Shortlist.ANSWERED]
        (0..2).collect { list.contact(it) } == contacts
    }
}
