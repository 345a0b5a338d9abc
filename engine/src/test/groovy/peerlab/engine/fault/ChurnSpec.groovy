package peerlab.engine.fault

import static peerlab.engine.play.Scripts.*

import org.apache.commons.statistics.distribution.ContinuousDistribution
import org.apache.commons.statistics.distribution.ExponentialDistribution
import org.apache.commons.statistics.distribution.WeibullDistribution
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest
import peerlab.engine.Simulation
import peerlab.engine.base.Distribution
import peerlab.engine.base.ResidualSpec.Equilibrium
import peerlab.engine.base.Ratio
import peerlab.engine.base.SourcePlace
import peerlab.engine.base.Span
import peerlab.engine.base.Weibull
import peerlab.engine.observe.RunEvent
import peerlab.engine.observe.RunEvent.Life
import peerlab.engine.play.Probe
import peerlab.engine.play.Recorder
import peerlab.engine.profile.ChurnProfile
import peerlab.engine.protocol.Protocols
import peerlab.engine.spec.ActionSpec
import peerlab.engine.spec.FaultSpec
import peerlab.engine.spec.GroupSpec
import peerlab.engine.spec.Lives
import spock.lang.Specification

/** Populations that come and go, against renewal theory. Times are in minutes. */
class ChurnSpec extends Specification {

    static final int PEERS = 2_000
    static final Set<Life> UP = [Life.STARTED, Life.JOINED, Life.RESTARTED] as Set

    static Distribution exponential(int minutes) {
        new Distribution.Exponential(Span.minutes(minutes))
    }

    static Distribution weibull(double shape, int minutes) {
        Weibull.ofMean(shape, Span.minutes(minutes))
    }

    def 'the share of the peers that is up is that of the long run from the first instant on: #lives'() {
        when: 'a population churns from the beginning'
        def shares = shares(lives, 1, [0, 1, 5, 20, 60, 200])

        then: 'within 4 standard errors of E[session] / (E[session] + E[downtime]), at each of these minutes'
        double up = lives.up().value()
        shares.every { Math.abs(it - up) < 4 * Math.sqrt(up * (1 - up) / PEERS) }

        where:
        lives << [
            Lives.Drawn.of(exponential(20), exponential(5)),
            Lives.Drawn.of(weibull(0.5, 20), weibull(0.5, 20)),
            Lives.Drawn.of(new Distribution.Fixed(Span.minutes(20)),
                    new Distribution.Uniform(Span.minutes(10), Span.minutes(50))),
            Lives.Drawn.of(new Distribution.LogNormal(Span.minutes(10), 1d), exponential(30)),
            measured('kad-2009'), measured('three-classes')]
    }

    def 'where peers are all up at first, it takes its time to reach the share of the long run'() {
        given: 'a population that does not start in its steady state'
        def lives = Lives.Drawn.of(exponential(20), exponential(20))

        when:
        def shares = shares(lives, 1, [0, 1, 5, 200], false)

        then: 'it begins with all of them'
        shares[0] == 1
        shares[1] > 0.9
        shares[2] < shares[1]
        Math.abs(shares[3] - 0.5) < 4 * Math.sqrt(0.25 / PEERS)
    }

    def 'sessions and downtimes follow their laws, seed #seed'() {
        given: 'sessions with a long tail, downtimes without; so long that next to all of the first ones end'
        def lives = Lives.Drawn.of(weibull(0.61511, 20), exponential(5))
        def changes = changes(lives, seed, 600)

        when: 'the first session of each peer that began in the run, and the downtime after it'
        def sessions = []
        def downtimes = []
        changes.values().each { of ->
            def back = of.find { it.change() == Life.RESTARTED }
            def gone = back == null ? null : of.find { it.time() > back.time() && !(it.change() in UP) }
            def again = gone == null ? null : of.find { it.time() > gone.time() && it.change() in UP }
            sessions << (gone == null ? null : (gone.time().nanos() - back.time().nanos()) / 60e9d)
            downtimes << (again == null ? null : (again.time().nanos() - gone.time().nanos()) / 60e9d)
        }

        then: 'hardly any is not over yet'
        sessions.count { it == null } < 5

        and: 'the test of Kolmogorov and Smirnov finds no difference from the laws as others compute them'
        double scale = 20 / WeibullDistribution.of(0.61511, 1).mean
        fits(sessions.findAll(), WeibullDistribution.of(0.61511, scale))
        fits(downtimes.findAll(), ExponentialDistribution.of(5))

        where:
        seed << [1, 2, 3]
    }

    def 'what is left of the first sessions and absences follows the equilibrium laws, seed #seed'() {
        given: 'both with long tails'
        def lives = Lives.Drawn.of(weibull(0.61511, 20), weibull(0.5, 20))
        def changes = changes(lives, seed, 2_000)

        when: 'who goes at once is away at first; the others are in the midst of a session'
        def away = changes.values().findAll { it[1].time().nanos() == 0 }
        def up = changes.values().findAll { it.size() > 1 && it[1].time().nanos() > 0 }

        then: 'half of them each'
        Math.abs(away.size() - PEERS / 2) < 4 * Math.sqrt(PEERS / 4)

        and: 'what is left of both'
        double scale = 20 / WeibullDistribution.of(0.61511, 1).mean
        isEquilibrium(up.collect { it[1].time().nanos() / 60e9d }, WeibullDistribution.of(0.61511, scale))
        isEquilibrium(away.collect { it[2].time().nanos() / 60e9d }, WeibullDistribution.of(0.5, 10))

        where:
        seed << [1, 2, 3]
    }

    def 'of several classes each has its share of the peers'() {
        given: 'two classes that differ a thousandfold'
        def fixed = { new Distribution.Fixed(Span.minutes(it)) }
        def lives = new Lives.Drawn('two', Optional.empty(), [
                new Lives.PeerClass(Ratio.percent(30), fixed(1), fixed(1), Optional.empty()),
                new Lives.PeerClass(Ratio.percent(70), fixed(1_000), fixed(1_000), Optional.empty())])

        when:
        def changes = changes(lives, 1, 100)

        then:
        double share = changes.values().count { it.size() > 50 } / PEERS
        Math.abs(share - 0.3) < 4 * Math.sqrt(0.21 / PEERS)
    }

    def 'the lives of a peer are its own: who else churns shifts nothing'() {
        given: 'lives'
        def lives = Lives.Drawn.of(exponential(20), exponential(5))

        expect: 'the same for p7 among ten and among all'
        changes(lives, 1, 200, 10)['p7'] == changes(lives, 1, 200, PEERS)['p7']
    }

    private static Lives.Drawn measured(String profile) {
        def known = profile == 'three-classes' ? ChurnProfile.threeClasses(Span.minutes(3)) :
                ChurnProfile.named(profile).get()
        known.lives(profile, Optional.empty(), Optional.empty(), Optional.empty())
    }

    private static boolean fits(List<Double> drawn, ContinuousDistribution law) {
        KolmogorovSmirnovTest.withDefaults().test(drawn as double[], { double x ->
                law.cumulativeProbability(x) })
                .getPValue() > 1e-3
    }

    private static boolean isEquilibrium(List<Double> drawn, ContinuousDistribution law) {
        def equilibrium = new Equilibrium(law)
        KolmogorovSmirnovTest.withDefaults().test(drawn as double[], { double x -> equilibrium.upTo(x) })
                .getPValue() > 1e-3
    }

    private static script(Lives lives, int seed, int minutes, int peers, boolean isSteady) {
        def group = new GroupSpec('p', peers, 'probe', [:], GroupSpec.Start.FRESH, SourcePlace.NOWHERE)
        scenario(groups: [group], seed: seed, stop: minutes * 60, [at(0, new ActionSpec.Inject(
                new FaultSpec.Churn(ALL, lives, Optional.empty(), Ratio.NONE, true, isSteady),
                Optional.empty()))])
    }

    /** What share of all is up after so many minutes. */
    private static List<Double> shares(Lives lives, int seed, List<Integer> minutes,
            boolean isSteady = true) {
        def simulation = Simulation.of(script(lives, seed, minutes.last() + 1, PEERS, isSteady),
                new Protocols([new Probe()]))
        simulation.start()
        minutes.collect { minute ->
            simulation.runUntil(seconds(minute * 60))
            simulation.view().peers().count { simulation.view().peer(it).isUp() } / PEERS
        }
    }

    /** All that happened to each peer, by its name. */
    private static Map<String, List<RunEvent.LifeChanged>> changes(Lives lives, int seed, int minutes,
            int peers = PEERS) {
        def recorder = new Recorder(interests: RunEvent.Kind.LIFE.bit())
        Simulation.of(script(lives, seed, minutes, peers, true),
                new Protocols([new Probe()])).observedBy(recorder).run()
        recorder.all(RunEvent.LifeChanged).collect { it }.groupBy { it.peer().name() }
                .collectEntries { name, events -> [name, events.collect { new RunEvent.LifeChanged(it.time(),
                        0, 0, it.peer(), it.change()) }] }
    }
}
