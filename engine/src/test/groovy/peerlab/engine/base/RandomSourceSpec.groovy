package peerlab.engine.base

import java.nio.ByteBuffer
import java.util.random.RandomGenerator
import java.util.random.RandomGeneratorFactory

import groovy.transform.CompileStatic
import org.apache.commons.statistics.inference.ChiSquareTest
import spock.lang.Specification

class RandomSourceSpec extends Specification {

    /**
     * Seeds are fixed, so a test either always passes or never: this only says how unlikely a passing flaw
     * is.
     */
    static final double LEAST_P = 1e-3

    def 'the generator gives the outputs that the authors of xoshiro256++ publish'() {
        given: 'the state that their vectors begin with'
        def random = new RandomSource(1L, 2L, 3L, 4L)

        expect: 'the first ten outputs of the reference implementation in C'
        (1..10).collect { Long.toUnsignedString(random.nextLong()) } == [
            '41943041', '58720359', '3588806011781223', '3591011842654386', '9228616714210784205',
                    '9973669472204895162',
            '14011001112246962877', '12406186145184390807', '15849039046786891736', '10450023813501588000']
    }

    def 'from any state it goes on as the JDK generator of that name does'() {
        expect: 'the same numbers for a thousand steps'
        differences(seed) == 0

        where:
        seed << (1..5)
    }

    def 'mixing is the output function of SplitMix64, with its published vector'() {
        given: 'the state that the vector begins with'
        long state = 1234567
        long gamma = 0x9e3779b97f4a7c15L

        expect: 'the outputs that everybody who implements it compares with'
        (1..5).collect { state += gamma; RandomSource.mix(state) } == [
            6457827717110365317L, 3203168211198807973L, 9817491932198370423G.longValue(),
            4593380528125082431L, 16408922859458223821G.longValue()]
    }

    def 'a key fills the state with what SplitMix64 gives for it'() {
        given: 'the SplitMix64 of the JDK'
        def filler = new SplittableRandom(key)
        def state = (1..4).collect { filler.nextLong() }

        expect: 'the generator to stand where that state puts it'
        def random = new RandomSource(key)
        def reference = new RandomSource(state[0], state[1], state[2], state[3])
        (1..20).every { random.nextLong() == reference.nextLong() }

        where:
        key << [0L, 1L, 42L, -1L, Long.MIN_VALUE]
    }

    def 'a stream depends on its name and number alone, not on what was drawn elsewhere'() {
        given: 'two equal roots, one of which has been used'
        def untouched = new RandomSource(7)
        def used = new RandomSource(7)
        100.times { used.nextLong() }
        used.stream('peer', 1).nextLong()

        expect: 'equal streams below both'
        used.stream('peer', 2).nextLong() == untouched.stream('peer', 2).nextLong()
        used.stream('a').stream('b').nextLong() == untouched.stream('a').stream('b').nextLong()
    }

    def 'streams of other names, numbers, places or roots differ'() {
        given: 'streams that are close to each other'
        def streams = [root(7).stream('a'), root(7).stream('b'), root(7).stream('a', 0),
                root(7).stream('a', 1),
                       root(7).stream('b', 0), root(7).stream('ab'), root(7).stream('a').stream('b'),
                       root(7).stream('b').stream('a'), root(8).stream('a'), root(7), root(7).stream('')]

        expect: 'no two that begin alike'
        streams*.nextLong().toSet().size() == streams.size()
    }

    def 'a stream that starts again is the stream of the other key in every respect'() {
        given: 'one stream that was reseeded and one that was made'
        def reused = new RandomSource(1)
        reused.nextLong()
        reused.reseed(99)
        def made = new RandomSource(99)

        expect: 'the same key, numbers and streams below'
        reused.key() == made.key()
        reused.nextLong() == made.nextLong()
        reused.stream('x').nextLong() == made.stream('x').nextLong()
    }

    def 'whole numbers below #bound are equally likely'() {
        given: 'many draws, counted'
        def random = new RandomSource(bound)
        def counts = new long[bound]
        (bound * 2000).times { counts[draw(random, bound) as int]++ }

        expect: 'a chi-square test against equal shares to find nothing'
        ChiSquareTest.withDefaults().test(counts).getPValue() > LEAST_P

        where:
        [bound, draw] << [[2, 3, 7, 10, 64, 100],
                          [{ r, b -> r.nextInt(b) }, { r, b -> r.nextLong(b as long) }]].combinations()
    }

    def 'a bound of one leaves no choice, and none or fewer is refused'() {
        given: 'any stream'
        def random = new RandomSource(3)

        expect: 'zero'
        random.nextInt(1) == 0
        random.nextLong(1L) == 0L

        when: 'there is nothing to choose from'
        choice(random)

        then: 'it says so'
        def refusal = thrown(IllegalArgumentException)
        refusal.message.startsWith('nothing to choose from')

        where:
        choice << [{ it.nextInt(0) }, { it.nextInt(-1) }, { it.nextLong(0L) }, { it.nextLong(-5L) }]
    }

    def 'large bounds have no bias: of three halves of the range the middle one gets its third'() {
        given: 'a bound at which careless scaling favours some numbers twofold'
        int bound = 0x60000000
        def random = new RandomSource(11)
        def counts = new long[3]
        30_000.times { counts[random.nextInt(bound).intdiv(0x20000000)]++ }

        expect: 'equal thirds'
        ChiSquareTest.withDefaults().test(counts).getPValue() > LEAST_P
    }

    def 'a chance comes true as often as its probability says'() {
        given: 'many chances'
        def random = new RandomSource(5)
        def hits = (1..20_000).count { random.nextChance(probability) }

        expect: 'a share within four standard errors'
        Math.abs(hits / 20_000 - probability) <= 4 * Math.sqrt(probability * (1 - probability) / 20_000)

        where:
        probability << [0.0d, 0.01d, 0.3d, 1.0d]
    }

    def 'a sample is in random order, each order equally likely'() {
        given: 'ordered samples of two among four'
        def random = new RandomSource(17)
        def counts = new TreeMap<String, Long>()
        12_000.times {
            int[] items = [0, 1, 2, 3]
            random.sample(items, 4, 2)
            counts.merge("${items[0]}${items[1]}".toString(), 1L) { a, b -> a + b }
            assert items.toList().toSet() == [0, 1, 2, 3] as Set
        }

        expect: 'all twelve of them, as often as each other'
        counts.size() == 12
        ChiSquareTest.withDefaults().test(counts.values() as long[]).getPValue() > LEAST_P
    }

    @CompileStatic
    private static int differences(long seed) {
        def filler = new SplittableRandom(seed)
        // JDK 17 extends the sign of each byte of a seed (JDK-8282144), so no byte here has one.
        long mask = 0x7f7f7f7f7f7f7f7fL
        long[] state = [filler.nextLong() & mask, filler.nextLong() & mask, filler.nextLong() & mask,
                filler.nextLong() & mask]
        def bytes = ByteBuffer.allocate(32)
        for (long word : state) {
            bytes.putLong(word)
        }
        RandomGenerator reference = RandomGeneratorFactory.of('Xoshiro256PlusPlus').create(bytes.array())
        def random = new RandomSource(state[0], state[1], state[2], state[3])
        int differences = 0
        for (int i = 0; i < 1_000; i++) {
            differences += random.nextLong() == reference.nextLong() ? 0 : 1
        }
        differences
    }

    private static RandomSource root(long key) {
        new RandomSource(key)
    }
}
