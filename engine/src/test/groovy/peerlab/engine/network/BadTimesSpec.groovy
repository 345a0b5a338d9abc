package peerlab.engine.network

import org.apache.commons.statistics.distribution.ExponentialDistribution
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest
import peerlab.engine.base.RandomSource
import peerlab.engine.base.Span
import spock.lang.Specification

/** The good and bad times of links, held to the process that Gilbert and Elliott describe. */
class BadTimesSpec extends Specification {

    static final long MILLI = 1_000_000

    def 'a link is bad for the share of time that is said: #share, in bad times of #length ms'() {
        given: 'a thousand links, looked at far apart'
        def times = new BadTimes(share, Span.millis(length), new RandomSource(seed))
        int looks = 0
        int bad = 0
        (0..<1_000).each { link ->
            (0..<50).each {
                looks++
                bad += times.isBad(link, it * 97_000L * MILLI) ? 1 : 0
            }
        }

        expect: 'that share within four standard errors'
        Math.abs(bad / looks - share) <= 4 * Math.sqrt(share * (1 - share) / looks)

        where:
        share | length | seed
        0.01d | 200    | 1
        0.05d | 2_000  | 2
        0.3d  | 50     | 3
        0.9d  | 500    | 4
    }

    def 'bad times and good times are exponential, with the means that follow from share and length'() {
        given: 'one link over a day, looked at every half a millisecond'
        def times = new BadTimes(0.2, Span.millis(200), new RandomSource(seed))
        def bad = []
        def good = []
        long since = 0
        boolean isBad = times.isBad(7, 0)
        for (long now = 0; now < 2_000_000; now++) {
            boolean next = times.isBad(7, now * MILLI.intdiv(2))
            if (next != isBad) {
                (isBad ? bad : good) << (now - since) / 2
                since = now
                isBad = next
            }
        }
        // the first time has begun before anybody looked
        good = good.drop(1)

        expect: 'the test of Kolmogorov and Smirnov finds no difference, and the means fit'
        bad.size() > 900
        fits(bad, 200)
        fits(good, 800)

        where:
        seed << [11, 12]
    }

    private static boolean fits(List times, double mean) {
        def law = ExponentialDistribution.of(mean)
        def p = KolmogorovSmirnovTest.withDefaults()
                .test(times as double[], { double x -> law.cumulativeProbability(x) }).getPValue()
        def measured = times.sum() / times.size()
        assert Math.abs(measured - mean) <= 4 * mean / Math.sqrt(times.size())
        assert p > 1e-3
        true
    }

    def 'the state at an instant is the same whenever and in whatever order it is asked for'() {
        given: 'two of the same, and instants'
        def one = new BadTimes(0.3, Span.millis(20), new RandomSource(5))
        def other = new BadTimes(0.3, Span.millis(20), new RandomSource(5))
        def instants = (0..2_000).collect { it * 3_333_333L }

        when: 'one is asked forwards for each, the other backwards for every third'
        def forwards = instants.collectEntries { [it, one.isBad(42, it)] }
        def backwards = instants.reverse().findAll { it % 3 == 0 }.collectEntries { [it, other.isBad(42,
                it)] }

        then: 'they agree'
        backwards.every { instant, isBad -> forwards[instant] == isBad }
        forwards.values().toSet() == [true, false] as Set
    }

    def 'the correlation of two instants falls as that of the process does'() {
        given: 'many links, each asked at two instants so far apart'
        def times = new BadTimes(0.25, Span.millis(100), new RandomSource(9))
        int n = 40_000
        int both = 0
        int first = 0
        int second = 0
        n.times { link ->
            boolean a = times.isBad(link, 5_000 * MILLI)
            boolean b = times.isBad(link, (5_000 + apart) * MILLI)
            first += a ? 1 : 0
            second += b ? 1 : 0
            both += a && b ? 1 : 0
        }

        expect: 'P(bad then, bad now) = share * (share + (1 - share) * exp(-rate * t))'
        double rate = 1 / 100d + 1 / 300d
        double expected = 0.25 * (0.25 + 0.75 * Math.exp(-rate * apart))
        Math.abs(both / n - expected) <= 4 * Math.sqrt(expected * (1 - expected) / n)

        where:
        apart << [1, 10, 75, 200, 1_000, 10_000]
    }

    def 'links have bad times of their own'() {
        given:
        def times = new BadTimes(0.5, Span.millis(100), new RandomSource(3))

        expect: 'two links agree half of the time'
        int agree = (0..<10_000).count { times.isBad(1, it * 1_000 * MILLI) == times.isBad(2,
                it * 1_000 * MILLI) }
        Math.abs(agree - 5_000) < 200
    }
}
