package peerlab.kademlia

import peerlab.engine.base.PeerId
import peerlab.engine.base.RandomSource
import peerlab.engine.protocol.Member
import peerlab.engine.protocol.Parameters
import spock.lang.Specification

class IdSpaceSpec extends Specification {

    static List<Contact> contacts(int count, int bits, long seed) {
        def parameters = new Parameters(new KademliaProvider().parameters(), [:])
        def members = (0..<count).collect { new Member(PeerId.of(it), 'p', parameters) }
        new IdDraw(bits, new RandomSource(seed), { String key -> null }).of(members).contacts()
    }

    static Key randomKey(RandomSource random) {
        new Key(random.nextLong(), random.nextLong(), (int) random.nextLong())
    }

    static BigInteger number(Key key) { new BigInteger(key.toString(), 16) }

    def "the closest of #peers ids of #bits bits are those that sorting by distance gives (seed #seed)"() {
        given: 'random ids, a third of them down'
        def contacts = contacts(peers, bits, seed)
        def space = new IdSpace(contacts)
        def random = new RandomSource(seed + 100)

        expect: 'the same for any target, computed with big integers'
        100.times {
            def target = randomKey(random).first(bits)
            def sorted = contacts.findAll { it.peer().index() % 3 }
                    .toSorted { number(it.key()).xor(number(target)) }
            assert space.closest(target, 8) { it.index() % 3 != 0 } == sorted.take(8)
        }

        where:
        peers | bits | seed
        1     | 160  | 1
        9     | 160  | 2
        500   | 160  | 3
        500   | 70   | 4
        200   | 8    | 5
    }

    def "ids are in their order however many bits they share: #shared"() {
        given: 'ids that only the last bits tell apart'
        def directory = ShortlistSpec.directory(shared, new RandomSource(shared))
        def space = new IdSpace(directory.contacts())

        expect: 'the order of the numbers that they are, and each with its own number'
        def sorted = directory.contacts().toSorted { number(it.key()) }
        (0..<space.size()).collect { space.get(it) } == sorted
        (0..<space.size()).collect { space.number(it) } == sorted*.peer()*.index()

        where:
        shared << [0, 50, 64, 120, 145]
    }

    def "no ids at all are an order too"() {
        expect: 'nobody close to anything'
        new IdSpace([]).closest(randomKey(new RandomSource(1)), 3) { true } == []
    }

    def "ids are unique, uniform, and as long as they should be: #peers of #bits bits"() {
        given: 'ids'
        def ids = contacts(peers, bits, 7)*.key()

        expect: 'all different, nothing behind the last bit, the first bit one in about half'
        (ids as Set).size() == peers
        ids.every { it == it.first(bits) }
        Math.abs(ids.count { it.bit(0) } - peers / 2) <= 2 * Math.sqrt(peers)

        where:
        peers | bits
        2     | 1
        256   | 8
        3000  | 62
        3000  | 63
        3000  | 130
        3000  | 160
    }

    def "a peer's id depends on its name alone, not on who else takes part"() {
        expect: 'the same ids in a smaller network'
        contacts(50, 160, 3)*.key().take(10) == contacts(10, 160, 3)*.key()
    }

    def "more peers than ids are refused"() {
        when: 'five peers share four ids'
        contacts(5, 2, 1)

        then: 'the numbers and the remedy'
        def e = thrown(IllegalArgumentException)
        e.message == '5 peers need ids of their own, and 2 bits make 4; raise bits to 3 or more'
    }

    def "distances, prefixes and bits agree with big integers (seed #seed)"() {
        given: 'two random points that share some bits'
        def random = new RandomSource(seed)
        def a = new Contact(PeerId.of(1), randomKey(random))
        def shared = random.nextInt(160)
        def b = new Contact(PeerId.of(2), Key.inRange(a, shared, random))
        def target = randomKey(random)
        def distance = number(a.key()).xor(number(b.key()))

        expect: 'the same arithmetic'
        a.prefixWith(b) == shared
        a.prefixWith(b.key()) == shared
        a.prefixWith(a) == 160
        160 - distance.bitLength() == shared
        number(a.key().distanceTo(b)) == distance
        a.key().distanceTo(b).leadingZeros() == shared
        Integer.signum(target.compareDistances(a, b)) ==
                (number(target).xor(number(a.key())) <=> number(target).xor(number(b.key())))
        Integer.signum(a.compareIds(b)) == (number(a.key()) <=> number(b.key()))
        (0..<160).every { target.bit(it) == number(target).testBit(159 - it) }
        number(target.first(shared)) == (number(target) >> (160 - shared)) << (160 - shared)

        where:
        seed << (1..60)
    }

    def "ids near #near share #shared bits with it, and all others are what they would have been"() {
        given: 'thirty members, ten of whom choose their ids'
        def parameters = { new Parameters(new KademliaProvider().parameters(), [near: it]) }
        def members = (0..<30).collect {
            new Member(PeerId.of(it), 'p', parameters(it < 10 ? near : 'anywhere'))
        }
        def place = randomKey(new RandomSource(9)).first(bits)
        def drawn = new IdDraw(bits, new RandomSource(7), { String key -> place }).of(members).contacts()
        def point = near == 'p21' ? drawn[20].key() : place

        expect: 'the first half of the bits, or what leaves room for all; unique; in the order of the members'
        drawn.take(10).every { it.prefixWith(point) >= shared }
        drawn*.key().toSet().size() == 30
        drawn*.peer() == members*.id()

        and: 'where ids do not collide'
        bits < 100 || drawn.drop(10)*.key() == contacts(30, bits, 7).drop(10)*.key()

        where:
        near    | bits || shared
        'key-1' | 160  || 80
        'p21'   | 160  || 80
        'key-1' | 16   || 8
        'key-1' | 8    || 2
        'key-1' | 5    || 0
    }
}
