package peerlab.engine.base

import org.apache.commons.statistics.distribution.NormalDistribution
import spock.lang.Specification

class BellCurveSpec extends Specification {

    def 'a quantile is the one that the algorithm is published with: #probability'() {
        expect: 'the three check values of the paper, to a few units in the last of sixteen places'
        Math.abs(BellCurve.quantile(probability) / expected - 1) < 1e-15

        where:
        probability || expected
        0.25d       || -0.6744897501960817d
        0.001d      || -3.090232306167814d
        1e-20d      || -9.262340089798408d
    }

    def 'quantiles are those that others compute'() {
        given: 'probabilities from the middle to the least that is drawn, on both sides'
        def reference = NormalDistribution.of(0, 1)
        def probabilities = (1..3000).collect { StrictMath.scalb(0.5d + it / 6001d, -(it % 53)) }
        probabilities += probabilities.findAll { it > 1e-9 }.collect { 1 - it }

        expect: 'to fourteen places'
        probabilities.every {
            def expected = reference.inverseCumulativeProbability(it)
            Math.abs(BellCurve.quantile(it) - expected) <= 2e-14 * Math.max(1, Math.abs(expected))
        }
        BellCurve.quantile(0.5) == 0d
    }
}
