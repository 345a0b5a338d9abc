package peerlab.cache.trace

import org.apache.commons.statistics.inference.ChiSquareTest
import peerlab.engine.base.Bytes
import peerlab.engine.base.RandomSource
import peerlab.engine.base.Ratio
import peerlab.engine.base.Span
import spock.lang.Specification

class WorkloadsSpec extends Specification {

    static final int DRAWS = 200_000

    def "keys come as often as their popularity says: #law"() {
        given: 'draws, and what is expected of them'
        def source = popularity.source(new RandomSource(11))
        long[] drawn = new long[popularity.keys()]
        DRAWS.times { drawn[(int) source.next()]++ }
        double[] expected = (0..<popularity.keys()).collect { popularity.share(it) * DRAWS }

        expect: 'no chi-square test at one in a thousand objects'
        !ChiSquareTest.withDefaults().test(expected, drawn).reject(0.001)

        where:
        law          | popularity
        'zipf(0.6)'  | Popularity.zipf(200, 0.6)
        'zipf(1.2)'  | Popularity.zipf(200, 1.2)
        'uniform'    | Popularity.uniform(300)
        'hot-spot'   | Popularity.hotSpot(200, 0.1, 0.9)
        'one key'    | Popularity.hotSpot(5, 0, 0.5)
    }

    def "zipf's law: key i has a share in proportion to 1 / (i + 1)^a"() {
        given: 'a thousand keys'
        def zipf = Popularity.zipf(1000, 0.9)

        expect: 'that proportion, and shares that sum to one'
        Math.abs(zipf.share(0) / zipf.share(9) - StrictMath.pow(10, 0.9)) < 1e-9
        Math.abs((0..<1000).sum { zipf.share(it) } - 1) < 1e-9
    }

    def "a shift makes the most popular keys the least popular ones"() {
        given: 'ten keys, of which one moves down after each thousand requests'
        def source = Popularity.zipf(10, 3).shifting(new RandomSource(1), 1000, 1)

        expect: 'key 0 leads, then key 1, then key 2'
        (0..2).each { leader ->
            def counts = (1..1000).collect { source.next() }.countBy { it }
            assert counts.max { it.value }.key == leader
        }
    }

    def "a scan asks for one key after the other, and begins again"() {
        given: 'three keys'
        def source = Popularity.scan(3)

        expect: 'in turn'
        (1..7).collect { source.next() } == [0, 1, 2, 0, 1, 2, 0]
    }

    def "a generated trace has so many requests, so far apart, and as many puts as was asked for"() {
        given: 'a fifth of puts'
        def trace = GeneratedTrace.of(Popularity.scan(50), 10_000).every(Span.millis(20))
                .sized(ValueSizes.fixed(new Bytes(64))).putting(Ratio.percent(20), new RandomSource(2))
        int puts = 0
        int count = 0
        long last = 0
        while (trace.next()) {
            count++
            puts += trace.isPut() ? 1 : 0
            last = trace.nanos()
            assert trace.size() == 64
        }

        expect: 'within four standard deviations, which are 40 each'
        count == 10_000
        last == 9_999 * 20_000_000L
        Math.abs(puts - 2000) < 160
    }

    def "a value has the same size each time, and sizes vary as they were meant to"() {
        given: 'both laws'
        def random = new RandomSource(3)
        def uniform = ValueSizes.uniform(new Bytes(10), new Bytes(20), random)
        def logNormal = ValueSizes.logNormal(new Bytes(1000), 1.0, random)

        expect: 'the same for the same key, also in another order'
        (1..50).collect { uniform.of(it) } == (50..1).collect { uniform.of(it) }.reverse()
        (1..50).collect { logNormal.of(it) } == (50..1).collect { logNormal.of(it) }.reverse()

        and: 'all from 10 to 20; half below the median (four standard deviations are 200)'
        (1..1000).collect { uniform.of(it) }.toSet() == (10L..20L).toSet()
        Math.abs((1..10_000).count { logNormal.of(it) < 1000 } - 5000) < 200
    }

    def "a reversed range of sizes is refused"() {
        when: 'the ends are swapped'
        ValueSizes.uniform(new Bytes(20), new Bytes(10), new RandomSource(1))

        then: 'it says so'
        thrown(IllegalArgumentException)
    }

    def "the same seed gives the same requests, another one others"() {
        expect: 'two of three are alike'
        [1, 1, 2].collect { seed ->
            def source = Popularity.zipf(100, 0.9).source(new RandomSource(seed))
            (1..100).collect { source.next() }
        }.toSet().size() == 2
    }
}
