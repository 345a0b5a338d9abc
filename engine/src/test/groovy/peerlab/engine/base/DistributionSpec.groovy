package peerlab.engine.base

import static peerlab.engine.base.Span.millis

import org.apache.commons.numbers.gamma.Gamma
import org.apache.commons.statistics.distribution.ExponentialDistribution
import org.apache.commons.statistics.distribution.LogNormalDistribution
import org.apache.commons.statistics.distribution.NormalDistribution
import org.apache.commons.statistics.distribution.ParetoDistribution
import org.apache.commons.statistics.distribution.UniformContinuousDistribution
import org.apache.commons.statistics.distribution.WeibullDistribution
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest
import spock.lang.Specification

class DistributionSpec extends Specification {

    static final int DRAWS = 5_000

    def '#law gives times by its law'() {
        given: 'draws in milliseconds, from a fixed seed'
        def random = new RandomSource(seed)
        def draws = (1..DRAWS).collect { law.sampleNanos(random) / 1e6 } as double[]

        expect: 'the test of Kolmogorov and Smirnov to find no difference from the law as others compute it'
        KolmogorovSmirnovTest.withDefaults().test(draws, { double x -> reference.cumulativeProbability(x) })
                .getPValue() > 1e-3

        where:
        [row, seed] << [[
            [new Distribution.Uniform(millis(20), millis(80)), UniformContinuousDistribution.of(20, 80)],
            [new Distribution.Normal(millis(50), millis(10)), NormalDistribution.of(50, 10)],
            [new Distribution.Exponential(millis(50)), ExponentialDistribution.of(50)],
            [new Distribution.LogNormal(millis(40), 0.5d), LogNormalDistribution.of(Math.log(40), 0.5)],
            [Pareto.ofScale(1.5d, millis(20)), ParetoDistribution.of(20, 1.5)],
            [Pareto.ofScale(0.8d, millis(20)), ParetoDistribution.of(20, 0.8)],
            [Pareto.ofMean(2.5d, millis(50)), ParetoDistribution.of(30, 2.5)],
            [Weibull.ofScale(0.5d, millis(50)), WeibullDistribution.of(0.5, 50)],
            [Weibull.ofScale(3d, millis(50)), WeibullDistribution.of(3, 50)],
            [Weibull.ofMean(0.5d, millis(50)), WeibullDistribution.of(0.5, 25)],
            [Weibull.ofMean(0.4d, millis(50)), WeibullDistribution.of(0.4, 50 / Gamma.value(3.5d))]],
                    1..3].combinations()
        law = row[0]
        reference = row[1]
    }

    def 'a fixed time is the same in every draw, and so has no distance from its law'() {
        given: 'draws'
        def random = new RandomSource(1)
        def law = new Distribution.Fixed(millis(7))

        expect: 'one value'
        (1..DRAWS).collect { law.sampleNanos(random) }.toSet() == [7_000_000L] as Set
    }

    def 'a draw of each law takes the same numbers of its stream, so that draws can be paired over laws'() {
        expect: 'one'
        taken(law) == 1

        and: 'the larger it is, the longer is the draw'
        def bits = (-20..20).collect { (it << 58) + 12_345L }.toSorted { a, b -> Long.compareUnsigned(a, b) }
        def draws = bits.collect { law.drawNanos(it) }
        draws == draws.toSorted()
        draws.first() < draws.last()

        where:
        law << [new Distribution.Uniform(millis(20), millis(80)),
                new Distribution.Normal(millis(50), millis(9)),
                new Distribution.Exponential(millis(50)), new Distribution.LogNormal(millis(40), 0.5d),
                Pareto.ofScale(1.5d, millis(20)), Weibull.ofMean(0.5d, millis(50))]
    }

    private static int taken(Distribution law) {
        def drawn = new RandomSource(5)
        law.sampleNanos(drawn)
        def next = drawn.nextLong()
        def counted = new RandomSource(5)
        (0..9).find { counted.nextLong() == next }
    }

    def 'the gamma function is that of others'() {
        expect: 'to a relative error of a few units in the last place'
        (0..1000).every {
            double x = 1 + it / 100d
            Math.abs(Shapes.gamma(x) / Gamma.value(x) - 1) < 2e-15
        }

        and: 'the factorials, which every shape that is one over a whole number asks for'
        (1..11).every { Shapes.gamma(it as double) == ((1..<it).inject(1L) { a, b -> a * b } as double) }
    }

    def 'the mean of a law by its shape is that of others: #law'() {
        expect:
        Math.abs(law.meanNanos() / expected - 1) < 1e-14

        where:
        law                                | expected
        Weibull.ofScale(0.5d, millis(50))  | WeibullDistribution.of(0.5, 50e6d).mean
        Weibull.ofScale(0.1d, millis(50))  | WeibullDistribution.of(0.1, 50e6d).mean
        Weibull.ofScale(100d, millis(50))  | WeibullDistribution.of(100, 50e6d).mean
        Weibull.ofMean(0.37d, millis(50))  | 50e6d
        Weibull.ofMean(0.1d, millis(50))   | 50e6d
        Pareto.ofScale(1.5d, millis(20))   | ParetoDistribution.of(20e6d, 1.5).mean
        Pareto.ofMean(1.01d, millis(20))   | 20e6d
    }

    def 'a tail that knows no bound is cut where virtual time would be'() {
        given: 'the heaviest tails'
        def random = new RandomSource(3)

        expect: 'times that can be added to an instant'
        [Pareto.ofScale(0.1d, Span.hours(1)), Weibull.ofScale(0.1d, Span.hours(100_000)),
         new Distribution.LogNormal(Span.hours(1), 1000d)].every { law ->
            (1..1000).collect { law.sampleNanos(random) }.every { it >= 0 &&
                    it <= Distribution.LONGEST_NANOS }
        }
        Pareto.ofScale(0.5d, millis(1)).meanNanos() == Double.POSITIVE_INFINITY
    }

    def 'a shape that no law has is refused with its number: #shape'() {
        when:
        make(shape)

        then:
        def refusal = thrown(IllegalArgumentException)
        refusal.message == message

        where:
        shape      | make                                  || message
        0d         | { Weibull.ofScale(it, millis(1)) }    || 'a shape lies between 0.1 and 100.0, found 0.0'
        -1d        | { Pareto.ofScale(it, millis(1)) }     || 'a shape lies between 0.1 and 100.0, found -1.0'
        101d       | { Weibull.ofMean(it, millis(1)) }     || 'a shape lies between 0.1 and 100.0, found 101.0'
        1d         | { Pareto.ofMean(it, millis(1)) }      || 'pareto has a mean for shapes above 1, found 1.0'
        0.5d       | { Shapes.gamma(it) }                  || 'gamma is computed from 1 to 11, found 0.5'
    }

    def 'two ways to say one law are equal, and each reads as it was said'() {
        given: 'by scale and by mean'
        def byScale = Weibull.ofScale(0.5d, millis(25))
        def byMean = Weibull.ofMean(0.5d, millis(50))

        expect: 'a gamma of 2'
        byScale == byMean
        byScale.hashCode() == byMean.hashCode()
        Pareto.ofScale(2d, millis(25)) == Pareto.ofMean(2d, millis(50))
        Pareto.ofScale(2d, millis(25)).hashCode() == Pareto.ofMean(2d, millis(50)).hashCode()
        byScale.toString() == 'weibull(shape: 0.5, scale: 25 ms)'
        byMean.toString() == 'weibull(shape: 0.5, mean: 50 ms)'

        and: 'others are not'
        byScale != Weibull.ofScale(0.6d, millis(25))
        byScale != Pareto.ofScale(0.5d, millis(25))
        Pareto.ofScale(2d, millis(25)) != Pareto.ofScale(2d, millis(26))
    }

    def '#law has the mean that it says, and its draws have it too'() {
        given: 'the mean of many draws'
        def random = new RandomSource(9)
        double mean = (1..20_000).collect { law.sampleNanos(random) }.sum() / 20_000

        expect: 'both to agree within 2 percent; the largest standard error among these is 0.9 percent'
        Math.abs(law.meanNanos() - expected) < 1
        Math.abs(mean - expected) < 0.02 * expected

        where:
        law                                             | expected
        new Distribution.Fixed(millis(7))               | 7e6d
        new Distribution.Uniform(millis(20), millis(80)) | 50e6d
        new Distribution.Normal(millis(50), millis(10)) | 50e6d
        new Distribution.Exponential(millis(50))        | 50e6d
        new Distribution.LogNormal(millis(40), 0.5d)    | 40e6d * Math.exp(0.125d)
        Pareto.ofMean(5d, millis(50))                   | 50e6d
        Weibull.ofMean(0.8d, millis(50))                | 50e6d
    }

    def 'no time is negative, however wide the bell'() {
        given: 'a bell half of which lies below zero'
        def random = new RandomSource(2)
        def law = new Distribution.Normal(Span.ZERO, millis(10))

        expect: 'the lower half to be cut off at zero'
        def draws = (1..1000).collect { law.sampleNanos(random) }
        draws.min() == 0
        Math.abs(draws.count { it == 0 } - 500) < 4 * Math.sqrt(250)
    }

    def 'a uniform range includes both its ends, and may be a single point'() {
        given: 'a range of three nanoseconds'
        def random = new RandomSource(3)

        expect: 'each of them, and no other'
        (1..200).collect { new Distribution.Uniform(Span.nanos(5), Span.nanos(7)).sampleNanos(random) }
                .toSet() == [5L, 6L, 7L] as Set
        new Distribution.Uniform(Span.nanos(5), Span.nanos(5)).sampleNanos(random) == 5L
    }

    def 'a reversed range is refused with both its ends'() {
        when: 'the ends are swapped'
        new Distribution.Uniform(millis(80), millis(20))

        then: 'the message shows them'
        def refusal = thrown(IllegalArgumentException)
        refusal.message == 'the range 80 ms..20 ms is reversed'
    }

    def 'a law reads as a scenario writes it'() {
        expect: 'the words of the language'
        law.toString() == text

        where:
        law                                              || text
        new Distribution.Fixed(millis(7))                || '7 ms'
        new Distribution.Uniform(millis(20), millis(80)) || '20 ms..80 ms'
        new Distribution.Normal(millis(50), millis(10))  || 'normal(50 ms, 10 ms)'
        new Distribution.Exponential(Span.minutes(20))   || 'exponential(20 min)'
        new Distribution.LogNormal(millis(40), 0.5d)     || 'lognormal(median: 40 ms, sigma: 0.5)'
        Pareto.ofScale(2d, millis(20))                   || 'pareto(shape: 2, scale: 20 ms)'
        Pareto.ofMean(1.5d, millis(20))                  || 'pareto(shape: 1.5, mean: 20 ms)'
        Weibull.ofMean(0.5d, Span.minutes(20))           || 'weibull(shape: 0.5, mean: 20 min)'
    }
}
