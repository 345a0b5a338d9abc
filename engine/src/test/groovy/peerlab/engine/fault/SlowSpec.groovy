package peerlab.engine.fault

import static peerlab.engine.play.Scripts.*

import peerlab.engine.Simulation
import peerlab.engine.base.Distribution
import peerlab.engine.base.Span
import peerlab.engine.observe.RunEvent
import peerlab.engine.play.Recorder
import peerlab.engine.spec.ActionSpec
import peerlab.engine.spec.FaultSpec
import peerlab.engine.spec.KeysSpec
import spock.lang.Specification

/** A peer that takes its time over everything. */
class SlowSpec extends Specification {

    Recorder recorder = new Recorder()

    static ActionSpec slow(String who, Distribution by) {
        new ActionSpec.Inject(new FaultSpec.Slow(named(who), by), Optional.empty())
    }

    static Distribution fixed(int millis) {
        new Distribution.Fixed(Span.millis(millis))
    }

    def 'a slow peer takes in a message so much later, and is in time again when the fault is over'() {
        when: 'p2 is 200 ms slow from 1 s to 2 s, and hears of a rumour in it and after it'
        run([during(1, 2, slow('p2', fixed(200))), at(1.5, put(new KeysSpec.Fresh(1), null, named('p1'))),
             at(3, put(new KeysSpec.Fresh(1), null, named('p1')))])

        then: 'the link takes 10 ms'
        heard('p2') == ['1.71 s key-1', '3.01 s key-2']
    }

    def 'nothing overtakes what waits before it, whatever is drawn for it'() {
        when: 'p2 is slow by very different times, and many rumours reach it at a steady pace'
        run([at(0, slow('p2', new Distribution.Exponential(Span.millis(300)))),
             at(1, put(new KeysSpec.Fresh(30), Span.millis(20), named('p1')))])

        then: 'it takes them in in the order in which they came'
        def order = heard('p2').collect { it.split(' ').last() }
        order == (1..30).collect { "key-$it" as String }

        and: 'later than they came'
        recorder.all(RunEvent.StepTaken).findAll { it.peer().name() == 'p2' }.every {
            it.time().nanos() > 1_010_000_000L
        }
    }

    def 'what a client asks of a slow peer takes so much longer'() {
        when: 'p2 is asked in its slow time'
        run([at(1, slow('p2', fixed(250))), at(2, get(new KeysSpec.Named('x'), null, named('p2')))])

        then:
        recorder.all(RunEvent.Answered)*.time()*.toString() == ['2.25 s']
    }

    def 'two reasons to be slow add up'() {
        when: 'p2 is 100 ms slow, and for a while 200 ms more'
        run([at(0, slow('p2', fixed(100))), during(1, 2, slow('p2', fixed(200))),
             at(1.5, put(new KeysSpec.Fresh(1), null, named('p1'))),
             at(3, put(new KeysSpec.Fresh(1), null, named('p1')))])

        then:
        heard('p2') == ['1.81 s key-1', '3.11 s key-2']
    }

    def 'each peer draws how slow it is from a stream of its own, so that others shift nothing'() {
        given: 'p2 alone is slow'
        def by = new Distribution.Exponential(Span.millis(100))
        def timeline = [at(1, put(new KeysSpec.Fresh(5), Span.millis(500), named('p1')))]
        run(timeline + at(0, slow('p2', by)))
        def alone = heard('p2')

        when: 'p4 is slow as well, by a step of its own'
        recorder = new Recorder()
        run(timeline + at(0, slow('p2', by)) + at(0, slow('p4', by)))

        then: 'p2 hears when it heard'
        heard('p2') == alone
    }

    private void run(List timeline) {
        Simulation.of(scenario(timeline), RUMOURS).observedBy(recorder).run()
    }

    private List<String> heard(String peer) {
        recorder.all(RunEvent.StepTaken).findAll { it.peer().name() == peer }
                .collect { "${it.time()} ${it.step().key()}" as String }
    }
}
