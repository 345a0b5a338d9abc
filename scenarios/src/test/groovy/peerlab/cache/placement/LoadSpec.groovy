package peerlab.cache.placement

import spock.lang.Specification

/** How evenly a ring spreads keys, held against theory: the lengths of its arcs, not a sample of keys. */
class LoadSpec extends Specification {

    static final double CIRCLE = 4_294_967_296.0d

    /**
     * The largest of n arcs between random points has a mean of H_n / n (Whitworth 1897). Over 300 circles
     * of 50 points the mean of the largest, times n, has a standard error of about 0.07 (the largest arc has
     * a standard deviation near 1.25 / n); four of them are 0.3.
     */
    def "one point each: the largest share is H_n times the mean"() {
        given: 'three hundred rings of fifty peers'
        int n = 50
        def largest = (1..300).collect { ring -> shares(peers(ring, n), 1).max() * n }
        double harmonic = (1..n).sum { 1.0d / it }

        expect: '4.5, where an even spread would give 1'
        Math.abs(largest.sum() / 300 - harmonic) < 0.3
    }

    /**
     * With V points each, a share is the sum of V of nV arcs, Beta(V, V(n - 1)), near a Gamma law of shape V:
     * its deviation is the mean times sqrt((n - 1) / (nV + 1)). Over 1,000 peers (20 rings of 50) a deviation
     * is known to one part in sqrt(2 * 1,000), 2.2%; four of them are 9%.
     */
    def "#points points each: the deviation of shares falls with the root of their number"() {
        given: 'twenty rings of fifty peers'
        int n = 50
        def all = (1..20).collectMany { ring -> shares(peers(ring, n), points) }
        double deviation = Math.sqrt(all.sum { (it * n - 1) * (it * n - 1) } / all.size())
        double expected = Math.sqrt((n - 1) / (n * points + 1.0d))

        expect: 'about 1, 0.31, 0.1'
        Math.abs(deviation / expected - 1) < 0.09

        where:
        points << [1, 10, 100]
    }

    /**
     * Measured by others for 100 points and 100 peers: 1.27. The largest of 100 shares with a deviation of
     * 0.1 varies by about 0.05 from ring to ring, so over 20 rings by 0.011; four of that are 0.045.
     */
    def "a hundred points each: the largest share is about 1.27 times the mean"() {
        given: 'twenty rings of a hundred peers'
        def largest = (1..20).collect { ring ->
            shares(peers(ring, 100), 100).max() * 100
        }

        expect: 'five times less than with one point each'
        Math.abs(largest.sum() / 20 - 1.27) < 0.045
    }

    /** One share of each of 300 rings, so that they are independent: a Kolmogorov-Smirnov test at 0.1 %. */
    def "#points points each: a share is the sum of so many arcs, a Beta law and nearly a Gamma law"() {
        given: 'the first peer of each of three hundred rings of fifty, in units of the mean'
        int n = 50
        def sample = (1..300).collect { ring -> shares(peers(ring, n), points)[0] } as double[]
        def test = org.apache.commons.statistics.inference.KolmogorovSmirnovTest.withDefaults()
        def beta = org.apache.commons.statistics.distribution.BetaDistribution.of(points, points * (n - 1))
        def gamma = org.apache.commons.statistics.distribution.GammaDistribution.of(points, 1 / points)

        expect:
        test.test(sample, beta.&cumulativeProbability).getPValue() > 1e-3
        test.test(sample.collect { it * n } as double[], gamma.&cumulativeProbability).getPValue() > 1e-3

        where:
        points << [1, 5, 40]
    }

    /**
     * Where n keys fall on n peers, the share of peers with at least i keys obeys in the limit
     * ds_i/dt = s_(i-1)^2 - s_i^2 from t = 0 to 1 (Mitzenmacher 1996), so s_1 = tanh 1. With one choice it is
     * Poisson's law. Over 20,000 peers a share s varies by less than sqrt(s (1 - s) / n); four of that.
     */
    def "with two choices the fullest of many peers has far fewer keys than with one"() {
        given: 'as many keys as peers'
        int n = 20_000
        def names = (1..n).collect { "p$it".toString() }
        def two = Placements.named('two-choices').orElseThrow().over(names, [:], n)
        def one = Placements.named('modulo').orElseThrow().over(names, [:], n)
        def loads = [one, two].collect { placement ->
            (1..n).countBy { placement.of("key-$it") }.values().countBy { it }
        }

        expect: 'what the equations say'
        Math.abs(limits()[0] - Math.tanh(1)) < 1e-4
        limits().eachWithIndex { share, i ->
            def atLeast = loads[1].findAll { it.key >= i + 1 }.values().sum() ?: 0
            assert Math.abs(atLeast / n - share) <= 4 * Math.sqrt(share * (1 - share) / n) + 1 / n
        }

        and: 'four keys at most, where chance alone puts seven or more on somebody'
        loads[1].keySet().max() <= 4
        loads[0].keySet().max() >= 6
    }

    private static List<Double> limits() {
        double[] s = [1, 0, 0, 0, 0]
        int steps = 100_000
        steps.times {
            for (int i = s.length - 1; i > 0; i--) {
                s[i] += (s[i - 1] * s[i - 1] - s[i] * s[i]) / steps
            }
        }
        s.toList().drop(1)
    }

    private static List<String> peers(int ring, int count) {
        (1..count).collect { "ring$ring-p$it".toString() }
    }

    /** The part of the circle that belongs to each peer. */
    private static List<Double> shares(List<String> peers, int points) {
        def ring = new ConsistentHashing(peers, points).@ring
        long[] at = ring.@points
        int[] owners = ring.@owners
        def shares = new double[peers.size()]
        at.length.times { i ->
            double arc = i == 0 ? at[0] + CIRCLE - at[-1] : at[i] - at[i - 1]
            shares[owners[i]] += arc / CIRCLE
        }
        shares.toList()
    }
}
