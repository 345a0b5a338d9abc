package peerlab.kademlia

import peerlab.engine.base.PeerId
import peerlab.engine.base.RandomSource
import peerlab.engine.base.SimTime
import peerlab.engine.base.Span
import spock.lang.Specification

class KBucketsSpec extends Specification {

    static final SimTime T0 = SimTime.ZERO

    /** A contact whose id begins with the given bits, the rest zero but for the peer's index. */
    static Contact contact(String bits, int index) {
        def rest = Integer.toBinaryString(index).padLeft(32, '0')
        def value = new BigInteger(bits.padRight(128, '0') + rest, 2)
        new Contact(PeerId.of(index), key(value))
    }

    static Key key(BigInteger value) {
        new Key(value.shiftRight(96).longValue(), value.shiftRight(32).longValue(), value.intValue())
    }

    static KBuckets table(Contact me, int k, Span probe = Span.ZERO) {
        def table = new KBuckets()
        table.begin(me, k, probe)
        table
    }

    def me = contact('0', 1)

    def "a contact heard of again moves to the end: the least recently seen comes first"() {
        given: 'three contacts of one bucket'
        def table = table(me, 3)
        def (a, b, c) = [contact('100', 2), contact('101', 3), contact('110', 4)]
        [a, b, c].each { table.seen(it, T0) }

        expect: 'the order of hearing'
        table.contacts() == [a, b, c]

        when: 'the first is heard of again'
        table.seen(a, T0)

        then: 'it is the last'
        table.contacts() == [b, c, a]
        table.size() == 3
    }

    def "the owner is never a contact of its own"() {
        given: 'a table'
        def table = table(me, 3)

        expect: 'nobody in it'
        table.seen(me, T0) == null
        table.size() == 0
        table.closest(me.key(), 3, null).length == 0
    }

    def "a full bucket splits only where it covers the owner's own id"() {
        given: 'k = 2 and an owner that begins with 0'
        def table = table(me, 2)
        def (far1, far2, far3) = [contact('10', 2), contact('11', 3), contact('101', 4)]
        def (near1, near2) = [contact('01', 5), contact('001', 6)]

        when: 'one bucket is enough'
        table.seen(far1, T0)
        table.seen(near1, T0)
        then: 'there is one'
        table.ranges() == 1

        when: 'a third contact arrives'
        table.seen(far2, T0)
        then: 'the bucket splits at the first bit'
        table.ranges() == 2
        table.contacts() == [far1, far2, near1]

        when: 'the far half is full'
        def toPing = table.seen(far3, T0)
        then: 'it does not split: the newcomer waits in the cache while the oldest is pinged'
        table.ranges() == 2
        table.size() == 3
        toPing == far1
        table.spares(0) == [far3]

        when: 'the near half is filled beyond k'
        table.seen(near2, T0)
        table.seen(contact('0001', 7), T0)
        then: 'it splits, for it covers the owner'
        table.ranges() == 3
        table.size() == 5
        table.largest() == 2
    }

    def "a newcomer to a full bucket has the least recently seen pinged, one ping at a time"() {
        given: 'a full bucket'
        def table = table(me, 2)
        def (a, b, c, d) = (2..5).collect { contact('1', it) }
        [a, b, contact('01', 9)].each { table.seen(it, T0) }

        expect: 'a ping for the first newcomer, none for the second while it is under way'
        table.seen(c, T0) == a
        table.seen(d, T0) == null

        when: 'the old contact answers'
        table.seen(a, T0)
        then: 'it stays, as the most recently seen, and the next newcomer asks for the other'
        table.contacts() == [b, a, nearest(table)]
        table.seen(c, T0) == b
    }

    private static Contact nearest(KBuckets table) {
        table.contacts().last()
    }

    def "an old contact that is alive is never evicted (seed #seed)"() {
        given: 'a full bucket whose members answer every ping'
        def table = table(me, 4)
        def random = new RandomSource(seed)
        def old = (2..5).collect { contact('1', it) }
        old.each { table.seen(it, T0) }
        table.seen(contact('01', 1000), T0)

        when: 'hundreds of newcomers knock'
        500.times {
            def toPing = table.seen(contact('1', 10 + random.nextInt(200)), T0)
            if (toPing != null) {
                assert old.contains(toPing)
                table.seen(toPing, T0)
            }
        }

        then: 'the old ones are all still there'
        table.contacts().findAll { it.prefixWith(me) == 0 } as Set == old as Set

        where:
        seed << (1..5)
    }

    def "one that does not answer the ping gives way to the newcomer seen last"() {
        given: 'a full bucket and two newcomers'
        def table = table(me, 2)
        def (a, b, c, d) = (2..5).collect { contact('1', it) }
        [a, b, contact('01', 9)].each { table.seen(it, T0) }
        table.seen(c, T0)
        table.seen(d, T0)

        when: 'the oldest stays silent'
        def isEvicted = table.failed(a)

        then: 'the one seen last takes its place, at the end'
        isEvicted
        table.contacts().take(2) == [b, d]
        table.spares(0) == [c]
        table.size() == 3
    }

    def "a spare that is silent itself is forgotten, and one that was seen again comes first"() {
        given: 'a full bucket and three newcomers, one of them seen twice'
        def table = table(me, 3)
        def (a, b, c, d, e, f) = (2..7).collect { contact('1', it) }
        [a, b, c, contact('01', 9), d, e, f, d].each { table.seen(it, T0) }

        expect: 'the order of their last being seen'
        table.spares(0) == [d, f, e]

        when: 'one of them fails'
        !table.failed(f)
        then: 'it waits no more'
        table.spares(0) == [d, e]

        when: 'all old contacts fail in turn'
        def evicted = [a, b, c].collect { table.failed(it) }
        then: 'the two that wait take two places; the third old contact stays, for nobody would follow it'
        evicted == [true, true, false]
        table.contacts().take(3) == [c, d, e]
    }

    def "the replacement cache holds k, at most eight; the oldest leave it"() {
        given: 'a full bucket of three and five newcomers'
        def table = table(me, 3)
        (2..4).each { table.seen(contact('1', it), T0) }
        table.seen(contact('01', 99), T0)
        def newcomers = (10..14).collect { contact('1', it) }
        newcomers.each { table.seen(it, T0) }

        expect: 'the last three'
        table.spares(0) == [newcomers[4], newcomers[3], newcomers[2]]
        table.spares(1) == []
    }

    def "without a successor a silent contact is kept, but not named after five failures in a row"() {
        given: 'two contacts, one of them silent'
        def table = table(me, 4)
        def (a, b) = [contact('10', 2), contact('11', 3)]
        [a, b].each { table.seen(it, T0) }

        when: 'it fails four times'
        4.times { assert !table.failed(a) }
        then: 'it is still named'
        table.closest(a.key(), 2, null) as Set == [a, b] as Set

        when: 'it fails once more'
        table.failed(a)
        then: 'it is kept but not named'
        table.size() == 2
        table.closest(a.key(), 2, null) == [b] as Contact[]

        when: 'it is heard of again'
        table.seen(a, T0)
        then: 'it is named again'
        table.closest(a.key(), 2, null).length == 2

        when: 'everybody is silent, as when the own connection is lost'
        5.times { table.failed(a); table.failed(b) }
        then: 'all are named: better than nobody'
        table.closest(a.key(), 2, null).length == 2
    }

    def "a failure of somebody unknown changes nothing"() {
        expect: 'nothing'
        !table(me, 2).failed(contact('1', 2))
    }

    def "pings keep their distance in time"() {
        given: 'a full bucket that asks for a ping a minute at most'
        def table = table(me, 1, Span.minutes(1))
        def (a, b, c) = (2..4).collect { contact('1', it) }
        [a, contact('01', 9)].each { table.seen(it, T0) }

        expect: 'one at once, none within the minute, one after it'
        table.seen(b, T0) == a
        table.seen(a, T0) == null
        table.seen(c, T0.plus(Span.seconds(59))) == null
        table.seen(c, T0.plus(Span.seconds(60))) == a
    }

    def "contacts whose first 64 bits agree are told apart by the rest (k=#k)"() {
        given: 'a table of ids that share 70 bits'
        def random = new RandomSource(k)
        def directory = ShortlistSpec.directory(70, random)
        def table = table(directory.contact(0), k)
        (1..<ShortlistSpec.PEERS).each { table.seen(directory.contact(it), T0) }

        expect: 'the closest are those that sorting gives'
        100.times {
            def target = directory.contact(0).key().near(70 + random.nextInt(20), random)
            def sorted = table.contacts().toSorted { a, b -> target.compareDistances(a, b) }
            assert table.closest(target, 10, null) as Set == sorted.take(10) as Set
        }

        where:
        k << [4, 10, 20]
    }

    def "the answer is the #count closest of #peers contacts (k=#k, seed #seed)"() {
        given: 'a table that has seen random ids, some of them close to the owner'
        def random = new RandomSource(seed)
        def all = IdSpaceSpec.contacts(peers + 1, 160, seed)
        def self = all[0]
        def table = table(self, k)
        all.drop(1).each { table.seen(it, T0) }
        def held = table.contacts()

        expect: 'what sorting all of them by distance gives, without the one left out'
        200.times {
            def near = all[random.nextInt(all.size())]
            def target = it % 2
                    ? Key.inRange(near, random.nextInt(40), random)
                    : IdSpaceSpec.randomKey(random)
            def except = it % 3 ? held[random.nextInt(held.size())] : null
            def others = held.findAll { c -> !c.is(except) }
            def sorted = others.toSorted { a, b -> target.compareDistances(a, b) }
            assert table.closest(target, count, except) as Set == sorted.take(count) as Set
        }
        table.largest() <= k
        def last = table.ranges() - 1
        held.countBy { Math.min(it.prefixWith(self), last) }.values().max() == table.largest()

        where:
        peers | k  | count | seed
        1     | 8  | 8     | 1
        7     | 8  | 8     | 2
        100   | 8  | 8     | 3
        1000  | 20 | 20    | 4
        3000  | 8  | 20    | 5
        3000  | 1  | 3     | 6
    }

    def "a relaxed table turns nobody away in the smallest subtree of k: k=#k, skew=#skew (seed #seed)"() {
        given: 'ids of which many begin alike, so that the tree is unbalanced'
        def random = new RandomSource(seed)
        def ids = (2..400).collect { index ->
            def bits = (0..<24).collect { random.nextInt(100) < skew ? 0 : 1 }.join('')
            contact(bits, index)
        }
        def me = contact('0' * 24, 1)
        def table = new KBuckets(true)
        table.begin(me, k, Span.ZERO)

        when: 'the table hears of all'
        ids.each { table.seen(it, T0) }
        def held = table.contacts() as Set

        then: 'it holds each once, all of that subtree, and of the other ranges k or all'
        held.size() == table.contacts().size()
        held.size() == table.size()
        def subtree = (160..0).collect { depth -> ids.findAll { it.prefixWith(me) >= depth } }
                .find { it.size() >= k } ?: ids
        held.containsAll(subtree)
        ids.countBy { it.prefixWith(me) }.every { range, count ->
            held.count { it.prefixWith(me) == range } >= Math.min(k, count)
        }
        table.largest() <= k

        and: 'it finds the closest to its owner among all'
        def closest = ids.toSorted { a, b -> me.key().compareDistances(a, b) }.take(k)
        table.closest(me.key(), k, null) as Set == closest as Set

        when: 'all that it holds fall silent, many times'
        def silent = held.toList()
        12.times { silent.each { table.failed(it) } }

        then: 'those of the crowd are gone, and the buckets keep what nobody replaces'
        table.size() == table.contacts().size()
        table.contacts().countBy { it.prefixWith(me) }.values().every { it <= k }

        where:
        [k, skew, seed] << [[2, 8, 20], [50, 75, 95], 1..3].combinations()
    }

    def "who stands in the crowd takes the place of a contact of its range that is silent"() {
        given: 'k = 2, an owner alone with 000, and many with 001'
        def me = contact('000', 1)
        def others = (2..6).collect { contact('001', it) }
        def table = new KBuckets(true)
        table.begin(me, 2, Span.ZERO)

        when:
        others.each { table.seen(it, T0) }

        then: 'all are known, without a ping for any'
        table.contacts() as Set == others as Set
        table.largest() == 2

        when: 'one of the crowd is heard of again, and another, of the bucket, is silent'
        table.seen(others[2], T0)
        def bucket = table.contacts().drop(3)
        table.failed(bucket[0])

        then: 'the one of the crowd that was seen last stands in the bucket'
        table.contacts() as Set == others.findAll { !it.is(bucket[0]) } as Set
        table.contacts().drop(2).last().is(others[2])

        when: 'one of the crowd is silent'
        def crowd = table.contacts().take(2)
        def isGone = table.failed(crowd[0])

        then:
        isGone
        !table.contacts().contains(crowd[0])
        table.size() == 3
    }

    def "a table that is not relaxed leaves those who find no place to the cache"() {
        given: 'the same'
        def me = contact('000', 1)
        def table = table(me, 2)

        when:
        (2..6).each { table.seen(contact('001', it), T0) }

        then:
        table.size() == 2
    }
}
