package peerlab.engine.base

import static peerlab.engine.base.Span.millis

import org.apache.commons.statistics.distribution.ExponentialDistribution
import org.apache.commons.statistics.distribution.LogNormalDistribution
import org.apache.commons.statistics.distribution.NormalDistribution
import org.apache.commons.statistics.distribution.UniformContinuousDistribution
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
            [new Distribution.LogNormal(millis(40), 0.5d), LogNormalDistribution.of(Math.log(40), 0.5)]],
                    1..3].combinations()
        law = row[0]
        reference = row[1]
    }

    def '#law has the mean that it says, and its draws have it too'() {
        given: 'the mean of many draws'
        def random = new RandomSource(9)
        double mean = (1..20_000).collect { law.sampleNanos(random) }.sum() / 20_000

        expect: 'both to agree within 2 percent; the largest standard error among these is 0.7 percent'
        Math.abs(law.meanNanos() - expected) < 1
        Math.abs(mean - expected) < 0.02 * expected

        where:
        law                                             | expected
        new Distribution.Fixed(millis(7))               | 7e6d
        new Distribution.Uniform(millis(20), millis(80)) | 50e6d
        new Distribution.Normal(millis(50), millis(10)) | 50e6d
        new Distribution.Exponential(millis(50))        | 50e6d
        new Distribution.LogNormal(millis(40), 0.5d)    | 40e6d * Math.exp(0.125d)
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
    }
}
