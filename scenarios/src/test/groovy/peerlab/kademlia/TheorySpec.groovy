package peerlab.kademlia

import peerlab.dsl.LoadOptions
import peerlab.dsl.ScenarioLoader
import peerlab.engine.Simulation
import peerlab.engine.protocol.Protocols
import spock.lang.Specification
import spock.lang.TempDir

import java.nio.file.Files
import java.nio.file.Path

/**
 * Whole runs against what is known of Kademlia's lookups. With k = 1 and one request at a time each hop
 * settles, on average, two more bits, so that the mean is about half of log2 N. For k = 8 and 20 an
 * independent simulation of sequential lookups gave 1.9, 2.4, 2.8 and 1.6, 1.9, 2.3 hops at 256, 1024 and
 * 4096 peers, stated to one digit.
 *
 * Five networks of 1,000 lookups each: the standard error of the mean is about 0.03 for k = 1 (deviation
 * 1.3 within a network, and 0.05 between networks) and 0.01 for the others. The tolerance of 0.2 for k =
 * 1 and of 0.1 for the others is six and more standard errors, rounding included.
 */
class TheorySpec extends Specification {

    @TempDir
    Path folder

    def protocols = Protocols.installed()

    def "k=#k: mean hops over 256, 1024 and 4096 peers are about #expected, growing evenly with log2 N"() {
        when: 'random keys are looked up, one request at a time'
        def means = [256, 1024, 4096].collect { mean(it, k, 1) }

        then: 'each mean is near, and each factor of four adds as much as the other'
        [means, expected].transpose().every { mean, theory -> Math.abs(mean - theory) < tolerance }
        Math.abs((means[2] - means[1]) - (means[1] - means[0])) < 2 * tolerance

        where:
        k  | expected        | tolerance
        1  | [3.9, 4.8, 5.8] | 0.2
        8  | [1.9, 2.4, 2.8] | 0.1
        20 | [1.6, 1.9, 2.3] | 0.1
    }

    def "three requests in flight find shorter chains than one, and no chain is longer than log2 N"() {
        expect: 'a little less, never more than the ceiling'
        def one = run(1024, 8, 1, 7)
        def three = run(1024, 8, 3, 7)
        three['lookups.hops'].mean() < one['lookups.hops'].mean()
        three['lookups.hops'].mean() > one['lookups.hops'].mean() - 0.3
        three['lookups.hops'].max() <= 10
        three['lookups.latency'].mean() < one['lookups.latency'].mean()
        three['lookups.exact'].value() == 1000
    }

    private double mean(int peers, int k, int alpha) {
        (1..5).collect { seed -> run(peers, k, alpha, seed)['lookups.hops'].mean() }.sum() / 5
    }

    private Map run(int peers, int k, int alpha, long seed) {
        def file = folder.resolve("theory-$peers-$k-$alpha-${seed}.yaml")
        Files.writeString(file, """\
            scenario: lookups in a converged network
            seed: $seed
            peers: { count: $peers, run: kademlia, k: $k, alpha: $alpha, start: converged }
            network: { latency: 20ms..200ms }
            timeline:
              - { during: 0s..10s, lookup: random key, from: any peer, every: 10ms }
            stop: { at: 60s }
            """.stripIndent())
        def loaded = new ScenarioLoader(protocols).load(file, LoadOptions.NONE)
        assert loaded.diagnostics() == []
        def result = Simulation.of(loaded.runs()[0], protocols).run()
        assert result.metrics().values()['lookups.succeeded'].value() == 1000
        result.metrics().values()
    }
}
