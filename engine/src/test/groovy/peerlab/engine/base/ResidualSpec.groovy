package peerlab.engine.base

import static peerlab.engine.base.Span.millis

import org.apache.commons.statistics.distribution.ContinuousDistribution
import org.apache.commons.statistics.distribution.ExponentialDistribution
import org.apache.commons.statistics.distribution.GammaDistribution
import org.apache.commons.statistics.distribution.LogNormalDistribution
import org.apache.commons.statistics.distribution.NormalDistribution
import org.apache.commons.statistics.distribution.ParetoDistribution
import org.apache.commons.statistics.distribution.UniformContinuousDistribution
import org.apache.commons.statistics.distribution.WeibullDistribution
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest
import spock.lang.Specification

/** What is left of something that lasts, for who comes upon it at any instant. */
class ResidualSpec extends Specification {

    static final int DRAWS = 5_000

    def 'what is left of #law follows the equilibrium law of renewal theory'() {
        given: 'draws in milliseconds, from a fixed seed'
        def random = new RandomSource(seed)
        def draws = (1..DRAWS).collect { law.residualNanos(random) / 1e6 } as double[]
        def equilibrium = new Equilibrium(reference)

        expect: 'no difference, by Kolmogorov and Smirnov, from the integral of the law as others compute it'
        KolmogorovSmirnovTest.withDefaults().test(draws, { double x ->
                equilibrium.upTo(x) }).getPValue() > 1e-3

        where:
        [row, seed] << [[
            [new Distribution.Uniform(millis(20), millis(80)), UniformContinuousDistribution.of(20, 80)],
            [new Distribution.Normal(millis(50), millis(10)), NormalDistribution.of(50, 10)],
            [new Distribution.Exponential(millis(50)), ExponentialDistribution.of(50)],
            [new Distribution.LogNormal(millis(40), 0.5d), LogNormalDistribution.of(Math.log(40), 0.5)],
            [Pareto.ofScale(3.5d, millis(20)), ParetoDistribution.of(20, 3.5)],
            [Weibull.ofScale(0.61511d, millis(50)), WeibullDistribution.of(0.61511, 50)],
            [Weibull.ofScale(0.38d, millis(50)), WeibullDistribution.of(0.38, 50)],
            [Weibull.ofScale(3d, millis(50)), WeibullDistribution.of(3, 50)]], 1..3].combinations()
        law = row[0]
        reference = row[1]
    }

    def 'what is left of a fixed time is uniform'() {
        given: 'draws in milliseconds'
        def random = new RandomSource(1)
        def law = new Distribution.Fixed(millis(7))
        def draws = (1..DRAWS).collect { law.residualNanos(random) / 1e6 } as double[]

        expect:
        KolmogorovSmirnovTest.withDefaults()
                .test(draws, { double x -> UniformContinuousDistribution.of(0, 7).cumulativeProbability(x) })
                .getPValue() > 1e-3
    }

    def 'an exponential law has no memory: what is left of it is the law itself'() {
        given: 'one stream'
        def law = new Distribution.Exponential(millis(50))

        expect:
        law.residualNanos(new RandomSource(4)) == law.sampleNanos(new RandomSource(4))
    }

    def 'with a tail as heavy as that of measured sessions, more is left on average than a session lasts'() {
        given: 'sessions of eMule\'s KAD, in milliseconds instead of minutes'
        def law = Weibull.ofScale(0.61511d, Span.micros(169_538))
        def random = new RandomSource(2)
        double left = (1..20_000).collect { law.residualNanos(random) }.sum() / 20_000

        expect: 'E[X^2] / 2 E[X], as renewal theory has it, 1.95 times the mean, within 5 errors of 0.94 %'
        double square = law.meanNanos() ** 2 + WeibullDistribution.of(0.61511, 169_538e3d).variance
        Math.abs(left / (square / (2 * law.meanNanos())) - 1) < 0.05
        left > 1.7 * law.meanNanos()
    }

    def 'the draws of the gamma law by Marsaglia and Tsang have that law: #shape'() {
        given: 'draws'
        def random = new RandomSource(7)
        def draws = (1..DRAWS).collect { Shapes.nextGamma(shape, random) } as double[]

        expect:
        KolmogorovSmirnovTest.withDefaults()
                .test(draws, { double x -> GammaDistribution.of(shape, 1).cumulativeProbability(x) })
                .getPValue() > 1e-3

        where:
        shape << [1d, 1.34d, 2.63d, 11d]
    }

    def 'a bell without width that is weighted by length is where it was, at zero as well'() {
        expect:
        Shapes.lengthBiasedNormal(5d, 0d, new RandomSource(1)) == 5d
        Shapes.lengthBiasedNormal(0d, 0d, new RandomSource(1)) == 0d
    }

    def 'what has no mean is in no steady state'() {
        when:
        Pareto.ofScale(0.9d, millis(1)).residualNanos(new RandomSource(1))

        then:
        def refusal = thrown(IllegalStateException)
        refusal.message.startsWith('pareto(shape: 0.9, scale: 1 ms) has no mean')
    }

    def 'the median of #law is that of others'() {
        expect:
        Math.abs(law.medianNanos() / expected - 1) < 1e-12

        where:
        law                                              | expected
        new Distribution.Fixed(millis(7))                | 7e6d
        new Distribution.Uniform(millis(20), millis(80)) | 50e6d
        new Distribution.Normal(millis(50), millis(10))  | 50e6d
        new Distribution.Exponential(millis(50))         | ExponentialDistribution.of(50e6d).inverseCumulativeProbability(0.5)
        new Distribution.LogNormal(millis(40), 0.5d)     | 40e6d
        Pareto.ofScale(1.5d, millis(20))                 | ParetoDistribution.of(20e6d, 1.5).inverseCumulativeProbability(0.5)
        Weibull.ofScale(0.5d, millis(50))                | WeibullDistribution.of(0.5, 50e6d).inverseCumulativeProbability(0.5)
    }

    /**
     * The integral of the share that lasts longer, over its mean: by Simpson's rule on a fine logarithmic
     * grid.
     */
    static class Equilibrium {

        final double[] points
        final double[] sums

        Equilibrium(ContinuousDistribution law) {
            int steps = 20_000
            double least = 1e-6
            double most = 1e7
            points = new double[steps + 1]
            sums = new double[steps + 1]
            for (int i = 1; i <= steps; i++) {
                points[i] = least * Math.pow(most / least, i / (double) steps)
                double width = points[i] - points[i - 1]
                double middle = points[i - 1] + width / 2
                sums[i] = sums[i - 1] + width / 6 * (law.survivalProbability(points[i - 1])
                        + 4 * law.survivalProbability(middle) + law.survivalProbability(points[i]))
            }
            for (int i = 0; i <= steps; i++) {
                sums[i] = sums[i] / law.mean
            }
        }

        double upTo(double x) {
            int at = Arrays.binarySearch(points, x)
            if (at >= 0) {
                return Math.min(1d, sums[at])
            }
            int next = Math.min(points.length - 1, -at - 1)
            if (next == 0) {
                return 0
            }
            double share = (x - points[next - 1]) / (points[next] - points[next - 1])
            Math.min(1d, sums[next - 1] + Math.min(1d, share) * (sums[next] - sums[next - 1]))
        }
    }
}
