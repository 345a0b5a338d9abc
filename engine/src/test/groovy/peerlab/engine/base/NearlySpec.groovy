package peerlab.engine.base

import spock.lang.Specification

/** A draw that is nearly known is the draw that {@code StrictMath} gives, to the nanosecond. */
class NearlySpec extends Specification {

    static final int DRAWS = 60_000
    static final double LEAST = StrictMath.pow(2, -53)

    def 'each draw is the exact one: #law'() {
        given: 'the law by its formula, computed exactly'
        def quick = new RandomSource(7)
        def slow = new RandomSource(7)

        expect: 'one value after another to be equal, and as much to be drawn for it'
        DRAWS.times {
            assert law.sampleNanos(quick) == Distribution.whole(exact(slow))
        }
        quick.nextLong() == slow.nextLong()

        where: 'from laws of nanoseconds to such of years'
        scale << [1, 7, 1_000, 40_000_000, 1_200_000_000_000, 100_000_000_000_000_000] * 8
        kind << (['exponential', 'normal', 'wide', 'lognormal', 'spread', 'pareto', 'weibull', 'heavy'] * 6)
                .sort()
        law = LAWS[kind].call(new Span(scale))
        exact = { random -> EXACT[kind].call(scale as double, random) }
    }

    static final Map<String, Closure<Distribution>> LAWS = [
            exponential: { new Distribution.Exponential(it) },
            normal     : { new Distribution.Normal(it, new Span(it.nanos().intdiv(5))) },
            wide       : { new Distribution.Normal(Span.ZERO, it) },
            lognormal  : { new Distribution.LogNormal(it, 0.5) },
            spread     : { new Distribution.LogNormal(it, 200) },
            pareto     : { Pareto.ofScale(1.5, it) },
            weibull    : { Weibull.ofScale(0.5, it) },
            heavy      : { Weibull.ofScale(0.1, it) }]

    static final Map<String, Closure<Double>> EXACT = [
            exponential: { scale, random -> scale * exponential(random) },
            normal     : { scale, random -> scale + ((scale as long).intdiv(5)) * random.nextNormal() },
            wide       : { scale, random -> 0L + scale * random.nextNormal() },
            lognormal  : { scale, random -> scale * StrictMath.exp(0.5d * random.nextNormal()) },
            spread     : { scale, random -> scale * StrictMath.exp(200d * random.nextNormal()) },
            pareto     : { scale, random -> scale * StrictMath.pow(uniform(random), -1 / 1.5d) },
            weibull    : { scale, random -> scale * StrictMath.pow(exponential(random), 1 / 0.5d) },
            heavy      : { scale, random -> scale * StrictMath.pow(exponential(random), 1 / 0.1d) }]

    private static double exponential(RandomSource random) {
        -StrictMath.log(uniform(random))
    }

    /** The smaller, the longer is what is drawn. */
    private static double uniform(RandomSource random) {
        RandomSource.positive(~random.nextLong())
    }

    def 'no function is off by more than it says'() {
        given: 'draws, and the smallest and largest that there can be'
        def random = new RandomSource(3)
        def bits = (1..DRAWS).collect { random.nextLong() } +
                (0..62).collectMany { [1L << it, ~(1L << it), (1L << it) - 1, 1L - (1L << it)] }
        def draws = (1..DRAWS).collect { random.nextPositiveDouble() } +
                [LEAST, 0.5d, 0.99d, 1 - LEAST, 1d]

        expect: 'a logarithm, an exponential function and the quantiles of a bell curve'
        draws.every { off(Nearly.log(it), StrictMath.log(it)) < Nearly.OFF }
        draws.every { off(Nearly.log(it * 1000), StrictMath.log(it * 1000)) < Nearly.OFF }
        draws.every { draw ->
            [-599d, -40d, -1d, 1d, 40d, 599d].every {
                relative(Nearly.exp(draw * it), StrictMath.exp(draw * it)) < Nearly.OFF
            }
        }
        bits.every {
            def quantile = NearlyNormal.draw(it)
            quantile.naN ? isFarOut(it) : off(quantile, BellCurve.draw(it)) < Nearly.OFF
        }

        and: 'what is not known so well is not told'
        Nearly.exp(600).naN
        Nearly.exp(-601).naN
        [0L, -1L, Long.MAX_VALUE >>> 12, (Long.MAX_VALUE >>> 12) + 1, Long.MAX_VALUE, Long.MIN_VALUE]
                .collect { NearlyNormal.draw(it).naN } == [true, true, true, false, false, false]
        Nearly.exponential(1).naN
    }

    def '#value, give or take #near, is #decided'() {
        expect:
        Nearly.decides(value, near) == isDecided

        where:
        value       | near  || isDecided
        3.0d        | 0.1d  || true
        3.39d       | 0.1d  || true
        3.41d       | 0.1d  || false
        3.5d        | 0.0d  || false
        -0.3d       | 0.1d  || true
        1e18d       | 1e5d  || false
        Double.NaN  | 0.1d  || false
        3.0d        | Double.NaN || false
        decided = isDecided ? 'known' : 'not known'
    }

    /** Whether a number is among the few whose quantiles lie beyond three and a half deviations. */
    private static boolean isFarOut(long bits) {
        Math.abs(BellCurve.draw(bits)) > 3.5
    }

    private static double off(double found, double exact) {
        Math.abs(found - exact) / Math.max(1d, Math.abs(exact))
    }

    private static double relative(double found, double exact) {
        Math.abs(found - exact) / exact
    }
}
