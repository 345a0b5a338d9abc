package peerlab.engine.network

import static peerlab.engine.base.Span.micros
import static peerlab.engine.base.Span.millis

import org.apache.commons.statistics.distribution.ContinuousDistribution
import org.apache.commons.statistics.distribution.LogNormalDistribution
import org.apache.commons.statistics.distribution.NormalDistribution
import org.apache.commons.statistics.inference.ChiSquareTest
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest
import org.apache.commons.statistics.distribution.UniformContinuousDistribution
import org.apache.commons.statistics.distribution.WeibullDistribution
import peerlab.engine.base.Distribution
import peerlab.engine.base.LatencyMatrix
import peerlab.engine.base.PeerId
import peerlab.engine.base.RandomSource
import peerlab.engine.base.Ratio
import peerlab.engine.play.Wire
import spock.lang.Specification

/** How long messages take: each model held to the law or the table that it claims. */
class LatencyModelsSpec extends Specification {

    static final int PEERS = 4_000

    /** Five places, one way in microseconds; there and back differ. */
    static final LatencyMatrix FIVE = new LatencyMatrix(5, [
        0,      10_000, 20_000, 30_000, 40_000,
        11_000, 0,      21_000, 31_000, 41_000,
        12_000, 22_000, 0,      32_000, 42_000,
        13_000, 23_000, 33_000, 0,      43_000,
        14_000, 24_000, 34_000, 44_000, 0] as int[])

    Transmission transmission = new Transmission()

    def 'each message draws a time of its own from one law'() {
        given:
        def model = new DrawnLatency(new Distribution.Uniform(millis(20), millis(80)), new RandomSource(seed))

        expect: 'both on one link over time and over links'
        fits((1..PEERS).collect { time(model, 1, 2, it) }, UniformContinuousDistribution.of(20, 80))
        fits((1..PEERS).collect { time(model, it, it + 1, 7) }, UniformContinuousDistribution.of(20, 80))

        where:
        seed << [1, 2]
    }

    def 'each two peers draw a time and keep it, both ways'() {
        given:
        def model = new KeptLatency(new Distribution.LogNormal(micros(78_500), 0.44), new RandomSource(seed))

        expect: 'the law over pairs'
        def pairs = (1..PEERS).collect { [2 * it, 2 * it + 1] }
        fits(pairs.collect { a, b -> time(model, a, b, 1) },
                LogNormalDistribution.of(Math.log(78.5), 0.44))

        and: 'one time for each pair, whenever and whichever way'
        pairs.take(50).every { a, b ->
            [time(model, a, b, 1), time(model, b, a, 1), time(model, a, b, 99), time(model, b, a, 12_345)]
                    .toSet().size() == 1
        }

        where:
        seed << [1, 2]
    }

    def 'peers on a plane are as far apart as two normal distributions have it'() {
        given: 'the two of internet-2d'
        def model = new PlaneLatency(2 * PEERS, 0.485, micros(11_670), micros(67_360), new RandomSource(seed))

        expect: 'the distance of two points to follow the law of Rayleigh: that of Weibull with shape 2'
        def kinds = [[0.485 * 0.485, Math.sqrt(2) * 11.67], [2 * 0.485 * 0.515, Math.hypot(11.67, 67.36)],
                     [0.515 * 0.515, Math.sqrt(2) * 67.36]]
        def laws = kinds.collect { share, sigma -> [share, WeibullDistribution.of(2, sigma * Math.sqrt(2))] }
        fits((0..<PEERS).collect { time(model, 2 * it, 2 * it + 1, 1) }) { double x ->
            laws.sum { share, law -> law.cumulativeProbability(x) * share }
        }

        and: 'the same both ways, and no time for one that sends to itself'
        (1..50).every { time(model, it, it + 7, 1) == time(model, it + 7, it, 2) }
        time(model, 3, 3, 1) == 0

        and: 'no way is longer than one with a stop in between'
        (0..<300).every { time(model, it, it + 1, 1) <= time(model, it, it + 2, 1) + time(model, it + 2,
                it + 1, 1) + 1e-5 }

        where:
        seed << [1, 2, 3]
    }

    def 'peers anywhere on the globe are as far apart as points of a sphere'() {
        given: 'the time of the profile distance'
        def model = new GlobeLatency(2 * PEERS, micros(2_281), millis(11), new RandomSource(seed))

        expect: 'the angle between two to be spread as (1 - cos) / 2'
        fits((0..<PEERS).collect { time(model, 2 * it, 2 * it + 1, 1) }) { double x ->
            def angle = (x - 2.281) * 1000 / 11 / GlobeLatency.RADIUS_MILES
            angle <= 0 ? 0d : angle >= Math.PI ? 1d : (1 - Math.cos(angle)) / 2
        }

        and: 'the shortest time for no distance'
        time(model, 3, 3, 1) == 2.281

        where:
        seed << [1, 2, 3]
    }

    def 'as many peers as a matrix has rows are apart as its places are'() {
        given:
        def model = new MeasuredLatency(FIVE, 5, new RandomSource(seed))

        expect: 'every time of the matrix once, to the microsecond'
        def times = [(0..4), (0..4)].combinations().findAll { a, b -> a != b }.collect { a, b -> time(model,
                a, b, 1) }
        times.sort() == [(0..4), (0..4)].combinations().findAll { a, b -> a != b }
                .collect { a, b -> FIVE.micros(a, b) / 1000d }.sort()

        where:
        seed << [1, 2, 3]
    }

    def 'fewer peers than rows take some of them, each as likely as any other'() {
        given: 'how often the first of three peers takes each row, which shows in the way to the nearest'
        long[] taken = new long[5]
        (1..5_000).each { seed ->
            def model = new MeasuredLatency(FIVE, 3, new RandomSource(seed))
            taken[[10d, 11d, 12d, 13d, 14d].indexOf(time(model, 0, 0, 1))]++
        }

        expect: 'chi square to find nothing'
        taken.sum() == 5_000
        ChiSquareTest.withDefaults().test(taken).getPValue() > 1e-3

        and: 'never the same row twice'
        (1..100).every { seed ->
            def model = new MeasuredLatency(FIVE, 3, new RandomSource(seed))
            (0..2).collect { time(model, it, it, 1) }.toSet().size() == 3
        }
    }

    def 'more peers than rows share them; two in one place are as far apart as its nearest neighbour'() {
        given: 'twelve peers on five rows'
        def model = new MeasuredLatency(FIVE, 12, new RandomSource(seed))

        expect: 'each row two or three times'
        def rows = (0..11).collect { time(model, it, it, 1) }
        rows.countBy { it }.values().sort() == [2, 2, 2, 3, 3]

        and: 'two who share a row have its shortest way between them'
        (0..11).every { a -> (0..11).every { b -> rows[a] != rows[b] || time(model, a, b, 1) == rows[a] } }

        where:
        seed << [1, 2, 3]
    }

    def 'a matrix of a single place has one latency for all'() {
        given:
        def model = new MeasuredLatency(new LatencyMatrix(1, [5_000] as int[]), 3, new RandomSource(1))

        expect:
        time(model, 0, 1, 1) == 5
        time(model, 2, 1, 1) == 5
    }

    def 'a matrix that is none is refused'() {
        when:
        new LatencyMatrix(size, new int[numbers])

        then:
        thrown(IllegalArgumentException)

        where:
        size  | numbers
        0     | 0
        2     | 3
        5_000 | 1
    }

    def 'matrices are equal when all their numbers are'() {
        expect:
        FIVE == new LatencyMatrix(5, (0..24).collect { FIVE.micros(it.intdiv(5), it % 5) } as int[])
        FIVE.hashCode() == new LatencyMatrix(5, (0..24).collect { FIVE.micros(it.intdiv(5),
                it % 5) } as int[]).hashCode()
        FIVE != new LatencyMatrix(1, [0] as int[])
        FIVE.toString() == '5 places'
    }

    def 'between two regions messages take the time that is said of them, and else that of the others'() {
        given: 'p0 in the first region, p1 in the second, p2 in none'
        def own = { Number n -> { message -> (n * Wire.MILLI) as long } as LatencyModel }
        def model = new RegionalLatency([0, 1, 2] as int[],
                [[own(1), own(2), null], [own(3), null, null], [null, null,
                        null]].collect { it as LatencyModel[] } as LatencyModel[][],
                own(50))

        expect:
        time(model, from, to, 1) == nanos

        where:
        from | to || nanos
        0    | 0  || 1
        0    | 1  || 2
        1    | 0  || 3
        1    | 1  || 50
        0    | 2  || 50
        2    | 2  || 50
    }

    def 'jitter that is a share of the latency is the upper half of a bell curve'() {
        given: 'a tenth of 100 ms'
        def rule = new JitterRule(Ratio.percent(10), new RandomSource(seed))

        expect: 'the absolute value of a normal, of deviation 10 ms'
        fits((1..PEERS).collect { added(rule, 100, it) }) { double x ->
            x <= 0 ? 0d : NormalDistribution.of(0, 10).cumulativeProbability(x) * 2 - 1
        }

        and: 'none where there is no latency'
        added(rule, 0, 1) == 0

        where:
        seed << [1, 2]
    }

    def 'jitter of home lines is generalised Pareto, cut off at its 99 % quantile'() {
        given:
        def rule = new TailJitterRule(micros(175), 1.4, Ratio.percent(99), new RandomSource(seed))

        expect: 'the law, and no more than its quantile'
        def times = (1..PEERS).collect { added(rule, 0, it) }
        fits(times) { double x -> Math.min(1d, (1 - Math.pow(1 + 1.4 * x / 0.175, -1 / 1.4)) / 0.99) }
        times.max() <= 0.175 / 1.4 * (Math.pow(0.01, -1.4) - 1)

        where:
        seed << [1, 2]
    }

    /** In milliseconds. */
    private double time(LatencyModel model, int from, int to, long at) {
        begin(from, to, at)
        model.nanos(transmission) / 1e6
    }

    private double added(LinkRule rule, Number millis, long at) {
        begin(1, 2, at)
        transmission.delayBy((millis * Wire.MILLI) as long)
        rule.shape(transmission)
        transmission.delay() / 1e6 - millis
    }

    private void begin(int from, int to, long at) {
        transmission.begin(PeerId.of(from), PeerId.of(to), new Wire.Parcel('x', 1), 'Parcel', 1, at,
                RandomSource.mix(at * 7_777 + 31 * from + to))
    }

    private static boolean fits(List times, ContinuousDistribution law) {
        fits(times) { double x -> law.cumulativeProbability(x) }
    }

    private static boolean fits(List times, Closure<Double> law) {
        KolmogorovSmirnovTest.withDefaults().test(times as double[], { double x ->
                law(x) as double }).getPValue() > 1e-3
    }
}
