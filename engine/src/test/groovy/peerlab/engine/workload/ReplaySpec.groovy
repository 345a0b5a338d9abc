package peerlab.engine.workload

import static peerlab.engine.play.Scripts.*

import peerlab.engine.RunResult
import peerlab.engine.Simulation
import peerlab.engine.base.Bytes
import peerlab.engine.base.SourcePlace
import peerlab.engine.base.Span
import peerlab.engine.observe.RunEvent
import peerlab.engine.play.Recorder
import peerlab.engine.protocol.Recording
import peerlab.engine.protocol.Recording.Recorded
import peerlab.engine.spec.ActionSpec
import peerlab.engine.spec.ActionSpec.LifeVerb
import peerlab.engine.spec.SelectorSpec
import peerlab.engine.spec.StepSpec

import spock.lang.Specification

/** Recorded operations are asked again. */
class ReplaySpec extends Specification {

    Recorder recorder = new Recorder()
    List<Tape> opened = []

    def 'each operation is asked at its time after the beginning of the step, by whom the recording names'() {
        when: 'three of them are replayed from 2 s on'
        run([at(2, replay())], [writes(0, 'a', 'p1'), writes(0.5, 'b', 'p3'), reads(3, 'a', 'p2')])

        then: 'they are asked when and by whom it says'
        asked() == ['2 s p1 put a', '2.5 s p3 put b', '5 s p2 get a']

        and: 'the recording was closed'
        opened*.isClosed == [true]
    }

    def 'whom a recording does not name, the step does'() {
        when: 'nobody is named'
        run([at(1, replay(named('p4')))], (0..5).collect { reads(it, 'a') })

        then: 'it is who the step says'
        recorder.all(RunEvent.Asked)*.peer()*.name().unique() == ['p4']
    }

    def 'an operation without a name is a get'() {
        when: 'one is replayed'
        run([at(1, replay())], [new Recorded(Span.ZERO, Optional.empty(), 'a', Optional.empty(),
                Optional.of('p1'))])

        then: 'it is asked as such'
        asked() == ['1 s p1 get a']
    }

    def 'a window cuts the recording off, and its mark is at the end of the window'() {
        when: 'the window is shorter than the recording'
        run([during(1, 3, replay(), 'tape'), at(5, life(LifeVerb.CRASH, named('p5')))],
                [reads(0, 'a', 'p1'), reads(1.5, 'b', 'p1'), reads(2, 'c', 'p1'), reads(3, 'd', 'p1')])

        then: 'what is due at its end or later is never asked'
        asked() == ['1 s p1 get a', '2.5 s p1 get b']
    }

    def 'no more of a recording is read than the run has come to'() {
        when: 'the run ends in the middle of an endless recording'
        run([at(1, replay())], (0..100_000).collect { reads(it, 'a', 'p1') })

        then: 'one operation for each second before the end, and the one after'
        asked().size() == 10
        opened[0].readSoFar <= 11
    }

    def 'a peer that is down is not asked, and that nobody was is noted'() {
        when: 'the only one named has crashed'
        def result = run([at(1, life(LifeVerb.CRASH, named('p2'))), at(2, replay())], [reads(1, 'a', 'p2')])

        then: 'nobody is asked'
        asked() == []
        result.notes().any { it.contains('replay tape asked nobody') }
    }

    def 'the size of what is written comes from the recording'() {
        when: 'a size is recorded'
        run([at(1, replay())], [new Recorded(Span.ZERO, Optional.of('put'), 'a',
                Optional.of(new Bytes(4096)), Optional.of('p1'))])

        then: 'the value has it'
        recorder.all(RunEvent.Asked)[0].request().value().size() == new Bytes(4096)
    }

    def 'the same recording gives the same run'() {
        given: 'a recording in which chance chooses who asks'
        def tape = (0..8).collect { reads(it, 'a') }

        expect: 'the same choice each time'
        run([at(1, replay())], tape).fingerprint() == run([at(1, replay())], tape).fingerprint()
    }

    private RunResult run(List<StepSpec> steps, List<Recorded> recorded) {
        Simulation.of(scenario(steps, stop: 10), RUMOURS).observedBy(recorder).withRecordings { name, place ->
            assert name == 'tape'
            assert place == SourcePlace.NOWHERE
            opened << new Tape(recorded.iterator())
            opened.last()
        }.run()
    }

    private List<String> asked() {
        recorder.all(RunEvent.Asked).collect {
            "${it.time()} ${it.peer()} ${it.request().operation()} ${it.request().key()}".toString()
        }
    }

    private static ActionSpec replay(SelectorSpec from = null) {
        new ActionSpec.Replay('tape', Optional.ofNullable(from))
    }

    private static Recorded writes(Number time, String key, String peer) {
        new Recorded(new Span((time * 1_000_000_000L) as long), Optional.of('put'), key, Optional.empty(),
                Optional.of(peer))
    }

    private static Recorded reads(Number time, String key, String peer = null) {
        new Recorded(new Span((time * 1_000_000_000L) as long), Optional.of('get'), key, Optional.empty(),
                Optional.ofNullable(peer))
    }

    static class Tape implements Recording {
        final Iterator<Recorded> recorded
        int readSoFar
        boolean isClosed

        Tape(Iterator<Recorded> recorded) {
            this.recorded = recorded
        }

        @Override
        Optional<Recorded> next() {
            readSoFar++
            recorded.hasNext() ? Optional.of(recorded.next()) : Optional.empty()
        }

        @Override
        void close() {
            isClosed = true
        }
    }
}
