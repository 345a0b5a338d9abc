package peerlab.kademlia

import peerlab.engine.base.PeerId
import peerlab.engine.base.RandomSource
import spock.lang.Specification

class DirectorySpec extends Specification {

    static Key key(long high, long middle, int low) { new Key(high, middle, low) }

    def "contacts stand under the number of their peer, with their ids"() {
        given: 'three peers, entered in no order'
        def directory = new Directory(2)
        def (b, c, a) = [1, 7, 0].collect { directory.enter(PeerId.of(it), key(it, it, it)) }

        expect: 'each where it belongs, and the directory as large as it has to be'
        [a, b, c].collect { directory.number(it) } == [0, 1, 7]
        directory.contact(7).is(c)
        directory.peer(7) == PeerId.of(7)
        directory.high(7) == 7
        directory.contacts() == [a, b, c]
        directory.contacts([7, 0] as int[]) == [c, a]
        directory.capacity() == 8
        [a, b, c].every { Directory.of(it).is(directory) }
    }

    def "a contact that stands nowhere is entered when it is first named"() {
        given: 'a contact that somebody has made, and a directory of its own'
        def made = new Contact(PeerId.of(3), key(1, 2, 3))
        def directory = Directory.of(made)

        expect: 'it is taken in once; another of the same peer means the first'
        directory.contacts() == []
        directory.number(made) == 3
        directory.contacts() == [made]
        directory.number(new Contact(PeerId.of(3), key(9, 9, 9))) == 3
        directory.contact(3).is(made)
    }

    def "somebody who takes no part has no number: p#name"() {
        given: 'a directory of p2 alone'
        def directory = new Directory(5)
        directory.enter(PeerId.of(1), key(1, 2, 3))

        when: 'a stranger is asked for'
        directory.number(PeerId.of(name - 1))

        then: 'the refusal names it'
        def e = thrown(IllegalArgumentException)
        e.message == "p$name is no member of this Kademlia network"

        where: 'one within the numbers, one beyond'
        name << [1, 100]
    }

    def "there is an end to numbers, for tables use the bits above them"() {
        when: 'a peer is entered whose number is too large'
        new Directory(0).number(new Contact(PeerId.of(Directory.MOST), key(1, 2, 3)))

        then: 'the limit is named'
        def e = thrown(IllegalArgumentException)
        e.message == "contacts are numbered below ${Directory.MOST}, found ${Directory.MOST}"
    }

    def "prefixes, bits and distances are those of the contacts (seed #seed)"() {
        given: 'ids of which two agree in a number of bits'
        def random = new RandomSource(seed)
        def directory = new Directory(2)
        def a = directory.enter(PeerId.of(0), IdSpaceSpec.randomKey(random))
        def b = directory.enter(PeerId.of(1), Key.inRange(a, random.nextInt(160), random))
        def point = Key.inRange(b, random.nextInt(160), random)

        expect: 'what the contacts themselves say'
        directory.prefix(0, 1) == a.prefixWith(b)
        directory.prefix(0, 0) == 160
        directory.prefix(1, point) == b.prefixWith(point)
        (0..<160).every { directory.differs(0, point, it) == (a.key().bit(it) != point.bit(it)) }
        Integer.signum(directory.compareDistances(point, 0, 1)) ==
                Integer.signum(point.compareDistances(a, b))

        where:
        seed << (1..60)
    }
}
