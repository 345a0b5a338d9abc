package peerlab.engine.fault

import static peerlab.engine.play.Scripts.*

import peerlab.engine.Simulation
import peerlab.engine.base.Span
import peerlab.engine.observe.RunEvent
import peerlab.engine.play.Probe
import peerlab.engine.play.Recorder
import peerlab.engine.protocol.Protocols
import peerlab.engine.spec.ActionSpec
import peerlab.engine.spec.ActionSpec.LifeVerb
import peerlab.engine.spec.FaultSpec
import peerlab.engine.spec.GroupSpec
import peerlab.engine.spec.KeysSpec
import peerlab.engine.base.SourcePlace
import spock.lang.Specification

/** A peer that is up and does nothing. */
class PauseSpec extends Specification {

    Recorder recorder = new Recorder()

    static ActionSpec pause(String who, Span span = null) {
        new ActionSpec.Inject(new FaultSpec.Pause(named(who)), Optional.ofNullable(span))
    }

    def 'what reaches a paused peer is in flight until the pause is over, and comes in its order'() {
        when: 'p2 pauses from 1 s to 3 s while two rumours are on their way to it'
        run([during(1, 3, pause('p2')),
             at(1.5, put(new KeysSpec.Fresh(1), null, named('p1'))),
             at(2, put(new KeysSpec.Fresh(1), null, named('p1')))])

        then: 'it hears of both at 3 s'
        heard('p2') == ['3 s key-1', '3 s key-2']

        and: 'each was delivered once, with the number that it was sent with'
        def sent = recorder.all(RunEvent.Sent).findAll { it.to().name() == 'p2' }*.id()
        recorder.all(RunEvent.Delivered).findAll { it.to().name() == 'p2' }*.id() == sent
    }

    def 'the messages that wait are shown as in flight'() {
        given: 'somebody who looks during the pause'
        def flying = []
        recorder = new Recorder(look: { event, view ->
            if (event instanceof RunEvent.Asked && event.request().operation() == 'get') {
                flying << view.topology().transfers()*.to()*.name()
            }
        })

        when: 'a rumour waits for p2'
        run([during(1, 3, pause('p2')), at(1.5, put(new KeysSpec.Fresh(1), null, named('p1'))),
             at(2, get(new KeysSpec.AnyPut(), null, named('p1'))), at(4, get(new KeysSpec.AnyPut(), null,
                     named('p1')))])

        then: 'it is on its way at 2 s and not at 4 s'
        flying == [['p2'], []]
    }

    def 'timers of a paused peer run out when the pause is over, in their order'() {
        given: 'a peer with three timers'
        def probe = new Probe()
        probe.onStart = { peer, setup ->
            ['a': 500, 'b': 1_500, 'c': 1_200].each { name, delay ->
                peer.startTimer(new Probe.Bell(name), Span.millis(delay))
            }
        }

        when: 'it pauses from 1 s to 2 s'
        Simulation.of(scenario(groups: [new GroupSpec('p', 1, 'probe', [:], GroupSpec.Start.FRESH,
                SourcePlace.NOWHERE)], [during(1, 2, pause('p1'))]), new Protocols([probe])).run()

        then: 'one before, two at its end'
        probe.diary.tail() == ['0.5 s p1 hears a', '2 s p1 hears c', '2 s p1 hears b']
    }

    def 'a client that asks a paused peer waits for the end of the pause'() {
        when: 'p2 is asked during its pause'
        run([at(1, pause('p2', Span.seconds(2))), at(1.5, get(new KeysSpec.Named('x'), null, named('p2')))])

        then: 'it answers at 3 s'
        recorder.all(RunEvent.Answered)*.time()*.toString() == ['3 s']
    }

    def 'a paused peer that crashes loses what waited, and what it is asked'() {
        when: 'p2 pauses, gathers a rumour and a question, and crashes'
        def result = run([during(1, 5, pause('p2')), at(1.5, put(new KeysSpec.Fresh(1), null, named('p1'))),
                at(2, get(new KeysSpec.AnyPut(), null, named('p2'))), at(3, life(LifeVerb.CRASH,
                        named('p2'))),
                at(4, life(LifeVerb.RESTART, named('p2')))])

        then: 'both are lost when it does'
        recorder.all(RunEvent.Dropped).collect { "${it.time()} ${it.to()} ${it.reason()}" as String } ==
                ['3 s p2 receiver is down']
        recorder.all(RunEvent.Answered)*.outcome()*.reason().last() == 'p2 crashed'
        heard('p2') == []
        result.verdict().name() == 'PASS'
    }

    def 'pauses overlap: the last to end ends them'() {
        when: 'p2 pauses twice'
        run([during(1, 3, pause('p2')), during(2, 4, pause('p2')),
             at(1.5, put(new KeysSpec.Fresh(1), null, named('p1')))])

        then: 'it hears at 4 s'
        heard('p2') == ['4 s key-1']
    }

    def 'a fault under at with for: is a window: its mark is the moment of its end'() {
        when: 'somebody is chosen for two seconds'
        def step = at(1, pause('p2', Span.seconds(2)), 'the pause')

        then: 'it ends at 3 s'
        step.ends() == seconds(3)
        step.hasEnd()

        and: 'without an end the moment is its beginning'
        at(1, pause('p2'), 'the pause').ends() == seconds(1)
        !at(1, pause('p2')).hasEnd()
    }

    def 'the rest of the run is not touched: other links carry the same at the same times'() {
        given: 'the same run without the pause'
        def timeline = [at(1, put(new KeysSpec.Fresh(1), null, named('p3')))]
        run(timeline)
        def before = arrivals(['p4', 'p5'])

        when: 'p2 pauses'
        recorder = new Recorder()
        run(timeline + during(0.5, 3, pause('p2')))

        then: 'p4 and p5 hear when they did'
        arrivals(['p4', 'p5']) == before
        !before.empty
    }

    private run(List timeline) {
        Simulation.of(scenario(timeline), RUMOURS).observedBy(recorder).run()
    }

    private List<String> heard(String peer) {
        recorder.all(RunEvent.StepTaken).findAll { it.peer().name() == peer }
                .collect { "${it.time()} ${it.step().key()}" as String }
    }

    private List<String> arrivals(List<String> peers) {
        recorder.all(RunEvent.Delivered).findAll { it.to().name() in peers && it.from().name() in ['p3',
                'p4'] }
                .collect { "${it.time()} ${it.to()}" as String }
    }
}
