package peerlab.engine

import peerlab.engine.base.RandomSource
import peerlab.engine.base.SimTime
import peerlab.engine.base.Span
import peerlab.engine.invariants.Chatter
import peerlab.engine.invariants.FaultTable
import peerlab.engine.invariants.Invariants
import peerlab.engine.invariants.RandomScenario
import peerlab.engine.protocol.Protocols
import peerlab.engine.spec.ScenarioSpec
import spock.lang.Specification

/**
 * Scenarios that are thrown for, of all faults that there are, never break what holds in every run. As many
 * seeds as a build has time for; {@code -Dpeerlab.seeds=5000} tries more, {@code -Dpeerlab.seeds=42..42} one.
 */
class RandomFaultsSpec extends Specification {

    static final Protocols CHATTER = new Protocols([new Chatter()])
    static final int USUAL = 1_000

    def 'every fault that the engine knows is thrown for'() {
        expect: 'a new record without an entry in the table is found here'
        FaultTable.forgotten().empty
        FaultTable.kinds(peerlab.engine.spec.FaultSpec).size() >= 10
    }

    def 'whatever goes wrong, a message is delivered, dropped or in flight, and none reaches who is down'() {
        expect: 'each seed to keep what every run keeps'
        seeds().each { long seed ->
            try {
                check(seed)
            } catch (Throwable broken) {
                throw new AssertionError((Object) "-Dpeerlab.seeds=$seed..$seed: $broken.message\n"
                        + told(RandomScenario.of(seed)), broken)
            }
        }
    }

    def 'the scenarios are of many kinds'() {
        when: 'the first hundred are looked at'
        def specs = (1..100).collect { RandomScenario.of(it) }
        def verbs = specs*.timeline().flatten()*.action()*.verb().countBy { it }

        then: 'all verbs come, and most more than a few times'
        verbs.keySet().containsAll(
                ['join', 'leave', 'crash', 'restart', 'put', 'get', 'poke', 'heal', 'snapshot'])
        FaultTable.kinds(peerlab.engine.spec.FaultSpec).every { verbs[it.simpleName.toLowerCase()] > 5 }
    }

    private static void check(long seed) {
        def spec = RandomScenario.of(seed)
        def watched = Simulation.of(spec, CHATTER).observedBy(new Invariants()).inDetail()
        watched.start()
        def before = Leftovers.of(watched)
        watched.runUntil(RandomScenario.HEALED)
        watched.runFor(Span.seconds(1))
        def after = Leftovers.of(watched)
        assert after == before
        def whole = watched.finish()
        assert whole.failure().empty

        def plain = Simulation.of(spec, CHATTER).run()
        assert same(plain) == same(whole)

        def byHand = Simulation.of(withoutTimeline(spec), CHATTER).awaiting(spec.timeline())
        byHand.start()
        def random = new RandomSource(seed).stream('hand')
        spec.timeline().each { step ->
            if (random.nextChance(0.3)) {
                byHand.runBefore(between(byHand.view().now(), step.when().begins(), random))
            }
            byHand.perform(step)
            random.nextInt(3).times { byHand.view().metric('peers.up') }
        }
        while (random.nextChance(0.9) && byHand.step()) { }
        assert same(byHand.finish()) == same(whole)
    }

    private static Span between(SimTime from, SimTime to, RandomSource random) {
        new Span(from.nanos() + random.nextLong(to.nanos() - from.nanos() + 1))
    }

    private static ScenarioSpec withoutTimeline(ScenarioSpec spec) {
        spec.withTimeline([])
    }

    private static Map same(RunResult result) {
        [fingerprint: result.fingerprint(), events: result.events(), messages: result.messages(),
         verdict: result.verdict(), notes: result.notes(), ended: result.ended()]
    }

    private static Iterable<Long> seeds() {
        def given = System.getProperty('peerlab.seeds', USUAL as String)
        def parts = given.split(/\.\./)
        parts.length == 2 ? (parts[0] as long)..(parts[1] as long) : 1L..(given as long)
    }

    private static String told(ScenarioSpec spec) {
        ([spec.groups().collect { "$it.count $it.name ${it.options()} $it.start" }.join(', '),
          spec.network().toString()] + spec.timeline().collect {
            StepText.of(it) + it.mark().map { " as '$it'" }.orElse('')
        }).join('\n')
    }
}
