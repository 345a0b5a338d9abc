package peerlab.kademlia

import java.nio.file.Path

import peerlab.engine.observe.RunEvent
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/**
 * Lookups among attackers, against what is known of routing with a share f of them: over one path of h hops
 * a lookup gets through with probability (1 - f)^h; over d paths that share nobody, with
 * 1 - (1 - (1 - f)^h)^d (as in I. Baumgart and S. Mies, "S/Kademlia: A Practicable Approach Towards Secure
 * Key-Based Routing", ICPADS 2007).
 *
 * <p>With k = 1 and one request at a time Kademlia's lookup is one path: each peer names one contact, and
 * when that does not answer nobody else is known. All lookups are asked within 0.9 s, before the first
 * time-out, so that tables are those of a network without attackers. The lengths of the paths are taken from
 * the same network without attackers, one run for each seed.
 *
 * <p>With more contacts a bucket a lookup has k ways to begin with, and every answer opens more: it gets
 * through more often than over k paths that share nobody, and less often than its end is honest.
 *
 * <p>The attackers of a run are the same for all its lookups, so lookups of one run are not independent;
 * runs are. With 12 runs the standard error of the mean comes from their spread, and the tolerance is
 * four of them; that they are below 0.02 is asserted too, so that the tolerance means something.
 */
class ByzantineTheorySpec extends Specification {

    static final int PEERS = 1024
    static final List<Integer> SEEDS = 1..12

    @TempDir
    @Shared
    Path folder

    @Shared
    Map<Integer, List<Integer>> lengths = [:]

    @Shared
    Map<List, List<Integer>> depthsOf = [:]

    def "one path: with #percent % who drop requests, (1 - f)^h of the lookups get through"() {
        expect:
        agree(percent, 'drops', 1, 1) { f, h -> Math.pow(1 - f, h) }

        where:
        percent << [5, 20, 30, 50]
    }

    def "one path: #percent % who name nobody cost (1 - f)^(h - 1), for who is looked for answers itself"() {
        expect: 'nobody is down, so those who name the dead name nobody'
        agree(percent, 'misroutes, towards: dead', 1, 1) { f, h -> Math.pow(1 - f, h - 1) }

        where:
        percent << [20, 50]
    }

    def "many ways (k = #k): among #percent % more get through than over k paths, at most 1 - f"() {
        given: 'lookups among attackers, and how deep those they look for lie in networks without'
        def f = percent / 100
        def measured = mean(SEEDS.take(4).collect { success(it, k, 3, percent, 'drops') })
        def depths = SEEDS.take(4).collectMany { depths(it, k) }

        when: 'one of k ways has to be free up to the last hop, and the end of all has to answer itself'
        def paths = (1 - f) * mean(depths.collect { 1 - Math.pow(1 - Math.pow(1 - f, it - 1), k) })

        then: 'each answer opens k further ways; four runs, whose means are within 0.01 of the truth'
        measured >= paths - 0.03
        measured <= 1 - f + 0.03

        and: 'where k is small the difference is no matter of chance, and one path would not do'
        k > 2 || measured > paths
        measured > mean(depths.collect { Math.pow(1 - f, it) })

        where:
        [k, percent] << [[2, 4, 8], [30, 60]].combinations()
    }

    private boolean agree(int percent, String behaviour, int k, int alpha, Closure<Double> theory) {
        def f = Math.floor(PEERS * percent / 100 + 0.5) / (PEERS - 1)
        def measured = SEEDS.collect { success(it, k, alpha, percent, behaviour) }
        def expected = SEEDS.collect { seed ->
            def paths = lengths.computeIfAbsent(seed) { paths(it, k, alpha) }
            paths.collect { theory(f, it) }.sum() / paths.size()
        }
        def error = standardError([measured, expected].transpose().collect { a, b -> a - b })
        assert error < 0.02
        Math.abs(mean(measured) - mean(expected)) <= 4 * error
    }

    private static double mean(List<? extends Number> values) { values.sum() / values.size() }

    private static double standardError(List<Double> values) {
        def m = mean(values)
        Math.sqrt(values.collect { (it - m) * (it - m) }.sum() / (values.size() - 1) / values.size())
    }

    private double success(long seed, int k, int alpha, int percent, String behaviour) {
        def result = new Trial(folder).run(scenario(seed, k, alpha,
                "- { at: 0s, byzantine: any $percent%, behaviour: $behaviour }"))
        Trial.value(result, 'lookups.succeeded') / Trial.value(result, 'lookups.count')
    }

    /** How many peers each lookup asked, in a network without attackers: with k = 1, its path. */
    private List<Integer> paths(long seed, int k, int alpha) {
        def asked = [:].withDefault { 0 }
        new Trial(folder).run(scenario(seed, k, alpha, ''), [RunEvent.Kind.STEP]) { event, view ->
            if (event.step() instanceof Decision.Asked) {
                asked[[event.peer(), event.step().lookup()]]++
            }
        }
        asked.values().toList()
    }

    /** How deep the closest peer lies that each lookup finds, in a network without attackers. */
    private List<Integer> depths(long seed, int k) {
        depthsOf.computeIfAbsent([seed, k]) { depthsIn(scenario(seed, k, 3, '')) }
    }

    private List<Integer> depthsIn(String scenario) {
        def hops = [:].withDefault { [:] }
        def depths = []
        new Trial(folder).run(scenario, [RunEvent.Kind.STEP]) { event, view ->
            def lookup = [event.peer(), event.step().lookup()]
            if (event.step() instanceof Decision.Asked) {
                hops[lookup][event.step().peer()] = event.step().hop()
            } else if (event.step() instanceof Decision.Finished) {
                depths << hops[lookup][event.step().closest()[0]]
            }
        }
        depths
    }

    private static String scenario(long seed, int k, int alpha, String fault) {
        """\
scenario: lookups among attackers
seed: $seed
peers: { count: $PEERS, run: kademlia, k: $k, alpha: $alpha, start: converged }
network: { latency: 20ms..60ms }
timeline:
  $fault
  - { during: 100ms..900ms, lookup: random key, from: any 1 of where { honest }, every: 1ms }
stop: { at: 30s }
"""
    }
}
