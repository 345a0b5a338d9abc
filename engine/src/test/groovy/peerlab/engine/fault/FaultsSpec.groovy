package peerlab.engine.fault

import static peerlab.engine.play.Scripts.*

import java.lang.reflect.Modifier

import peerlab.engine.Simulation
import peerlab.engine.base.Bandwidth
import peerlab.engine.base.Distribution
import peerlab.engine.base.Drift
import peerlab.engine.base.Offset
import peerlab.engine.base.Ratio
import peerlab.engine.base.Span
import peerlab.engine.observe.RunEvent
import peerlab.engine.play.Recorder
import peerlab.engine.play.Rumours
import peerlab.engine.script.Words
import peerlab.engine.spec.ActionSpec
import peerlab.engine.spec.ActionSpec.LifeVerb
import peerlab.engine.spec.Affected
import peerlab.engine.spec.Between
import peerlab.engine.spec.FaultSpec
import peerlab.engine.spec.KeysSpec
import peerlab.engine.spec.Lives
import peerlab.engine.spec.SelectorSpec
import spock.lang.Specification

/**
 * What holds for every fault: it is seen to begin and to end, it leaves the rest of the run alone, and the
 * state after its end is as if it had not been. Each fault that there is has a row in {@link #samples}.
 */
class FaultsSpec extends Specification {

    /** Each fault, hitting p2 of eight peers in a circle, and hard enough to be felt within two seconds. */
    static List<FaultSpec> getSamples() {
        [new FaultSpec.Partition([named('p2')], false, Optional.empty()),
         new FaultSpec.Partition([named('p2'), new SelectorSpec.Others()], true, Optional.empty()),
         new FaultSpec.Partition([named('p2')], false, Optional.empty(), Optional.of(millis(450))),
         Words.partition(named('p2')).bridge(named('p5')),
         new FaultSpec.Isolate(named('p2'), FaultSpec.Direction.BOTH),
         new FaultSpec.Isolate(named('p2'), FaultSpec.Direction.IN),
         new FaultSpec.Isolate(named('p2'), FaultSpec.Direction.OUT),
         new FaultSpec.Pause(named('p2')),
         new FaultSpec.Slow(named('p2'), millis(250)),
         new FaultSpec.Skew(named('p2'), Between.just(new Offset(300_000_000)),
                 Between.just(new Drift(200_000))),
         new FaultSpec.Churn(named('p2'), Lives.Drawn.of(millis(300), millis(400))),
         new FaultSpec.Churn(named('p2'), new Lives.Recorded('trace lives.csv',
                 [new Lives.Change(Span.millis(100), 'p2', false), new Lives.Change(Span.millis(1_500), 'p2',
                         true)])),
         new FaultSpec.Drop(said, Ratio.percent(60)),
         new FaultSpec.Drop(said, Ratio.percent(60), Optional.of(Span.millis(200)), Optional.empty()),
         new FaultSpec.Delay(said, millis(120)),
         new FaultSpec.Duplicate(said, Ratio.percent(80), Optional.empty()),
         new FaultSpec.Reorder(said, Ratio.percent(80), Optional.of(millis(300))),
         new FaultSpec.Corrupt(said, Ratio.percent(80), false),
         new FaultSpec.Throttle(named('p2'), new Bandwidth(4_000)),
         Words.drop(said.to(named('p3')).type('Rumour').when(Words.shown('heard').isMoreThan(0)), Ratio.ALL),
         Words.byzantine(named('p2'), 'silent'),
         Words.byzantine(named('p2'), 'drops').type('Rumour'),
         Words.byzantine(named('p2'), 'delays').by(millis(120)),
         Words.byzantine(named('p2'), 'replays').by(millis(120)),
         Words.byzantine(named('p2'), 'floods').every(Span.millis(100))]
    }

    /** What p2 says. */
    private static Affected getSaid() {
        new Affected(named('p2'), Optional.empty(), Optional.empty())
    }

    def 'every fault has a row here'() {
        given: 'the records that a scenario can be given'
        def known = leaves(FaultSpec)

        expect: 'a sample of each; a fault that is new needs one'
        samples*.class.toSet() == known.toSet()
        known.size() >= 13
    }

    private static List<Class> leaves(Class type) {
        type.sealed ? type.permittedSubclasses.collectMany { leaves(it) }
                : Modifier.isAbstract(type.modifiers) ? [] : [type]
    }

    def 'the words of a fault tell it from all others, for they name its random stream: #fault'() {
        expect:
        samples.collect { it.verb() + ' ' + it.words() }.toSet().size() == samples.size()
        fault.verb() ==~ /[a-z]+/
        fault.selectors()[0] == named('p2')

        where:
        fault << samples
    }

    def 'a fault is felt, and seen to begin and to end: #fault'() {
        when: 'the circle runs without it and with it'
        def before = run([])
        def after = run([during(2, 4, inject(fault))])

        then: 'something is different while it is active'
        messages(before) { it.time().seconds() < 2 } == messages(after) { it.time().seconds() < 2 }
        messages(before) { true } != messages(after) { true } || fault instanceof FaultSpec.Skew

        and: 'it says when it begins, and last of all that it ends, each time with the words of its step'
        def changes = after.all(RunEvent.FaultChanged)
        changes.first().with { it.time() == seconds(2) && !it.isOver() }
        changes.last().with { it.time() == seconds(4) && it.isOver() }
        changes*.isOver() == (0..<changes.size()).collect { it % 2 == 1 }
        changes.every { it.fault() == fault.verb() && it.words() == fault.words() && it.who()*.name() ==
                after.who }

        where:
        fault << samples
    }

    def 'the rest of the run is not touched: #fault'() {
        when: 'the circle runs without it and with it'
        def before = run([])
        def after = run([during(2, 4, inject(fault))])

        then: 'links between others carry the same at the same times, before, in and after it'
        messages(after) { it.to().name() != 'p2' && it.from().name() != 'p2' &&
                !it.message().key().startsWith('key') } ==
                messages(before) { it.to().name() != 'p2' && it.from().name() != 'p2' &&
                        !it.message().key().startsWith('key') }

        where:
        fault << samples
    }

    def 'its end restores the state: #fault'() {
        when: 'a rumour goes round the circle after it'
        def before = run([])
        def after = run([during(2, 4, inject(fault))])

        then: 'it arrives at each peer when it would have'
        rounds(after, 'key-2') == rounds(before, 'key-2')
        rounds(after, 'key-2').size() == 8

        and: 'nobody is seen to be anything but well'
        after.last == before.last

        where:
        fault << samples
    }

    def 'the rest of the run is not touched by who comes and goes: #verb'() {
        when: 'the circle runs without the step and with it'
        def before = run(down ? [at(1, life(LifeVerb.CRASH, named('p2')))] : [])
        def after = run((down ? [at(1, life(LifeVerb.CRASH, named('p2')))] : []) +
                [at(3, life(verb, named('p2'), null, null, keeps))])

        then: 'links between others carry the same at the same times'
        def others = { it.to().name() != 'p2' && it.from().name() != 'p2' &&
                !it.message().key().startsWith('key') }
        messages(after, others) == messages(before, others)

        and: 'the step was felt'
        after.all(RunEvent.LifeChanged).size() == before.all(RunEvent.LifeChanged).size() + 1

        where:
        verb             | down  | keeps
        LifeVerb.CRASH   | false | true
        LifeVerb.LEAVE   | false | true
        LifeVerb.WIPE    | false | true
        LifeVerb.RESTART | true  | true
        LifeVerb.RESTART | true  | false
        LifeVerb.WIPE    | true  | true
    }

    def 'healed early, it ends then: #fault'() {
        when: 'it would last to the end'
        def after = run([at(2, inject(fault), 'it'), at(4, new ActionSpec.Heal(Optional.of('it')))])
        def before = run([])

        then:
        after.all(RunEvent.FaultChanged).last().with { it.time() == seconds(4) && it.isOver() }
        rounds(after, 'key-2') == rounds(before, 'key-2')

        where:
        fault << samples
    }

    def 'under at it lasts for a span, or to the end of the run: #fault'() {
        when: 'it is given a second'
        def brief = run([at(2, new ActionSpec.Inject(fault, Optional.of(Span.seconds(1))))])
        def endless = run([at(2, inject(fault))])

        then:
        brief.all(RunEvent.FaultChanged).last().with { it.time() == seconds(3) && it.isOver() }
        endless.all(RunEvent.FaultChanged).findAll { it.time() > seconds(8) && it.isOver() } == [] ||
                fault.words().contains('flapping')

        where:
        fault << samples
    }

    def 'a fault that hits nobody does nothing but say so: #fault'() {
        given: 'the same fault for none of the peers'
        def nobody = new SelectorSpec.Share(Ratio.NONE, ALL)
        def script = circle([during(2, 4, inject(withFirst(fault, nobody)))])

        when:
        def recorder = new Recorder()
        def result = Simulation.of(script, RUMOURS).observedBy(recorder).run()

        then: 'but for a side of several, beside which there are others'
        fault.selectors().contains(new SelectorSpec.Others()) ||
                result.notes().any { it.contains('met nobody') } &&
                recorder.all(RunEvent.FaultChanged)*.who().every { it.empty }

        where:
        fault << samples
    }

    def 'while it is active, a run that fails says so: #fault'() {
        given: 'a run that is looked at in the midst of it'
        def simulation = Simulation.of(circle([during(2, 4, inject(fault))]), RUMOURS)
        simulation.start()

        when:
        simulation.runUntil(seconds(2.1))
        def seen = simulation.view().faults()
        simulation.runUntil(seconds(5))

        then: 'the fault with its step, its time and its victims'
        seen*.text() == ["${fault.verb()} ${fault.words()}" as String]
        seen[0].since() == seconds(2)
        seen[0].until().get() == seconds(4)
        seen[0].who()*.name().contains('p2')
        simulation.view().faults() == []

        where:
        fault << samples
    }

    def 'a fault gives the same run each time: #fault'() {
        given:
        def script = circle([during(2, 4, inject(fault))])

        expect:
        (1..2).collect { Simulation.of(script, RUMOURS).run().fingerprint() }.toSet().size() == 1

        where:
        fault << samples
    }

    private static ActionSpec inject(FaultSpec fault) {
        new ActionSpec.Inject(fault, Optional.empty())
    }

    private static Distribution millis(int millis) {
        new Distribution.Fixed(Span.millis(millis))
    }

    /** The record with another first component, or with another selector in it. */
    private static FaultSpec withFirst(FaultSpec fault, SelectorSpec who) {
        def parts = fault.class.recordComponents
        def values = parts.collect { it.accessor.invoke(fault) }
        values[0] = switch (values[0]) {
            case List -> [who] + values[0].drop(1)
            case Affected -> new Affected(who, values[0].to(), values[0].type())
            default -> who
        }
        fault.class.getDeclaredConstructor(parts*.type as Class[]).newInstance(values as Object[])
    }

    private static circle(List timeline) {
        scenario(peers: 8, stop: 10, options: [beat: Span.millis(350)],
                latency: new Distribution.Uniform(Span.millis(20), Span.millis(80)),
                timeline + at(2.5, put(new KeysSpec.Fresh(1), null, named('p1'))) +
                        at(8, put(new KeysSpec.Fresh(1), null, named('p1'))))
    }

    static class Watched extends Recorder {
        List last = []
        List<String> who = []
    }

    private static Watched run(List timeline) {
        def watched = new Watched()
        def simulation = Simulation.of(circle(timeline), RUMOURS).observedBy(watched)
        simulation.run()
        watched.last = simulation.view().peers().collect { id ->
            simulation.view().peer(id).with {
                [it.id().name(), it.isUp(), it.isPaused(), it.isSlow(), it.clockOffset().nanos(),
                        it.neighbours()*.name()]
            }
        }
        watched.who = watched.all(RunEvent.FaultChanged).collectMany { it.who()*.name() }.unique()
        watched
    }

    private static List<String> messages(Recorder recorder, Closure<Boolean> isMeant) {
        recorder.all(RunEvent.Delivered).findAll(isMeant).collect {
            "${it.time()} ${it.from()} ${it.to()} ${it.message()}" as String
        }
    }

    private static List<String> rounds(Recorder recorder, String key) {
        recorder.all(RunEvent.StepTaken).findAll { it.step() == new Rumours.Heard(key) }
                .collect { "${it.time()} ${it.peer()}" as String }
    }
}
