package tour

import peerlab.engine.base.RandomSource
import peerlab.grading.Assignment
import peerlab.grading.Graded
import peerlab.grading.HookedScenario
import peerlab.grading.Seeds
import peerlab.grading.Tier
import peerlab.kademlia.Key
import spock.lang.Specification

/** What your ClosestIds is graded by. Read it: nothing else is asked of you. */
@Assignment('a0-tour')
class ClosestIdsSpec extends Specification {

    def closestIds = new ClosestIds()

    @Graded(points = 2,
            feedback = 'Work the first line out on paper, bit by bit; then ask what Java makes of a long '
                    + 'whose first bit is 1.')
    def "the distance of two ids is their exclusive or, read as a number without a sign"() {
        expect: 'ids of few bits, in the order of their distance'
        closestIds.closest(id(target), 3, ids(known)) == ids(closest)

        where: '8 ^ 12 = 4 and 8 ^ 7 = 15: 12 is closer to 8 than 7 is'
        target             | known                                    | closest
        0x8                | [0x7, 0xC, 0xF]                          | [0xC, 0xF, 0x7]
        0x5                | [0x4, 0x6, 0x1, 0x9]                     | [0x4, 0x6, 0x1]
        0x0                | [-1L, 0x1, Long.MAX_VALUE]               | [0x1, Long.MAX_VALUE, -1L]
        Long.MIN_VALUE     | [Long.MAX_VALUE, -1L, Long.MIN_VALUE]    | [Long.MIN_VALUE, -1L, Long.MAX_VALUE]
    }

    @Graded(points = 1,
            feedback = 'Ids that share as many leading bits with the target are not equally close: the bits '
                    + 'after them count as well.')
    def "the closest comes first, then the next, as with numbers of any size"() {
        given: 'two hundred ids, half of them near the target'
        def random = new RandomSource(seed)
        def target = anyId(random)
        def known = (1..100).collect { anyId(random) } + (1..100).collect { near(target, random) }

        expect: 'what sorting by the distance as a whole number gives'
        closestIds.closest(target, 20, known) == known.toSorted { number(it).xor(number(target)) }.take(20)

        where:
        seed << Seeds.tried()
    }

    @Graded(points = 1,
            feedback = 'A key has 160 bits: high, middle and low.')
    def "every one of the 160 bits counts"() {
        given: 'ids that differ from the target in one bit each, the last bit first'
        def target = new Key(5, 7, 11)
        def known = (159..0).collect { flipped(target, it) }

        expect: 'the later the bit, the closer the id, whatever the order they are known in'
        closestIds.closest(target, 160, known.toSorted { it.toString() }) == known
    }

    @Graded(points = 1,
            feedback = 'count is what is wanted; known may hold fewer, or nothing at all.')
    def "as many are named as are wanted, and all that are known where those are fewer"() {
        expect: 'three known, then nobody'
        closestIds.closest(id(0), count, ids([1, 2, 4])) == ids(named)
        closestIds.closest(id(0), count, []) == []

        where:
        count | named
        1     | [1]
        3     | [1, 2, 4]
        20    | [1, 2, 4]
    }

    @Graded(points = 1,
            feedback = 'The list belongs to the peer; sort a copy.')
    def "the list of the known ids is left as it is"() {
        given: 'a list that could be changed'
        def known = ids([4, 1, 2])

        when: 'it is chosen from'
        def named = closestIds.closest(id(0), 2, known)

        then: 'the answer is right, and the list as before'
        named == ids([1, 2])
        known == ids([4, 1, 2])
    }

    @Graded(points = 2,
            feedback = 'Solve the checks above first; then look at which peer was missed.')
    def "in a network every lookup finds exactly the peers closest to its key"() {
        expect: 'nothing to complain about: all peers answer with your ClosestIds'
        scenario('lookups.yaml').play(seed, [n: peers]).complaints() == []

        where:
        [seed, peers] << [Seeds.tried(), [1, 2, 60]].combinations()
    }

    @Graded(points = 2, tier = Tier.CRASH,
            feedback = 'What you were told the last time may be wrong by now: choose from the ids that you '
                    + 'are given.')
    def "lookups recover when a third of all peers has crashed"() {
        expect: 'nothing to complain about'
        scenario('crash.yaml').play(seed, [:]).complaints() == []

        where:
        seed << Seeds.tried()
    }

    @Graded(points = 1, tier = Tier.EFFICIENT,
            feedback = 'Whoever names peers that are not the closest makes the asker ask more of them.')
    def "a lookup asks no more peers than the reference does"() {
        given: 'the same peers, tables and keys twice: with yours, and with the reference'
        def scenario = scenario('lookups.yaml')
        def yours = scenario.play(seed, [n: 200])
        def reference = scenario.playReference(seed, [n: 200])

        expect: 'whoever names the same ids is asked, and asks, the same'
        yours.complaints() == []
        yours.metric('lookups.messages') <= reference.metric('lookups.messages')

        where:
        seed << Seeds.tried()
    }

    @Graded(points = 1, tier = Tier.SCALABLE,
            feedback = 'In a large network a peer knows many others; all of them are to be looked at.')
    def "twice the peers cost a lookup less than one hop more"() {
        given: 'networks of 100, 200, 500 and 1000 peers'
        def runs = [100, 200, 500, 1000].collect { scenario('lookups.yaml').play(seed, [n: it]) }

        expect: 'exact answers at each size, and few more hops: log2(10) = 3.3 doublings'
        runs*.complaints() == [[], [], [], []]
        runs[3].metric('lookups.hops') - runs[0].metric('lookups.hops') < 3.3

        where:
        seed << Seeds.tried().take(1)
    }

    private static HookedScenario scenario(String name) {
        new HookedScenario(HookedScenario.file('a0-tour', "scenarios/$name"), 'closest', { new ClosestIds() })
    }

    /** An id that is zero but for its first 64 bits. */
    private static Key id(long high) {
        new Key(high, 0, 0)
    }

    private static List<Key> ids(List<Long> highs) {
        highs.collect { id(it) }
    }

    private static Key anyId(RandomSource random) {
        new Key(random.nextLong(), random.nextLong(), (int) random.nextLong())
    }

    /** Shares the first 60 bits. */
    private static Key near(Key target, RandomSource random) {
        new Key(target.high() ^ random.nextInt(16), random.nextLong(), (int) random.nextLong())
    }

    private static Key flipped(Key key, int bit) {
        keyOf(number(key).flipBit(159 - bit))
    }

    private static BigInteger number(Key key) {
        new BigInteger(key.toString(), 16)
    }

    private static Key keyOf(BigInteger number) {
        new Key((number >> 96).longValue(), (number >> 32).longValue(), number.intValue())
    }
}
