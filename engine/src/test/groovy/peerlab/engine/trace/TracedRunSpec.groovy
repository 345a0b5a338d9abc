package peerlab.engine.trace

import static peerlab.engine.play.Scripts.*

import peerlab.engine.Simulation
import peerlab.engine.base.SourcePlace
import peerlab.engine.base.Span
import peerlab.engine.observe.Observer
import peerlab.engine.observe.RunEvent
import peerlab.engine.observe.View
import peerlab.engine.spec.ActionSpec.LifeVerb
import peerlab.engine.spec.KeysSpec
import peerlab.engine.spec.RecordSpec
import peerlab.engine.spec.ScenarioSpec
import spock.lang.Specification

class TracedRunSpec extends Specification {

    static class Watcher implements Observer {
        int mask

        @Override
        int interests() { mask }

        @Override
        void on(RunEvent event, View view) { }
    }

    def "a trace tells the whole run, and each message by what caused it"() {
        given:
        def out = new ByteArrayOutputStream()
        def writer = new TraceWriter(out, new RecordSpec(true, true, Optional.empty(), SourcePlace.NOWHERE))

        when:
        def result = Simulation.of(eventful(), RUMOURS).observedBy(writer).run()
        writer.close()
        def lines = read(out.toByteArray())

        then: 'a line for each message, in the order of time'
        lines.count { it.kind() == 'sent' } == result.messages()
        lines*.time() == lines*.time().sort(false)

        and: 'what arrives or is lost was sent'
        def sent = lines.findAll { it.kind() == 'sent' }*.id() as Set
        lines.findAll { it.kind() in ['delivered', 'dropped'] }.every { it.id() in sent }

        and: 'a rumour that is passed on was caused by one that was delivered, or by a client'
        def handled = lines.findAll { it.kind() in ['delivered', 'asked', 'timer', 'timeline'] }*.id() as Set
        lines.findAll { it.kind() == 'sent' }.every { it.cause() in handled }
        lines*.kind().containsAll(['life', 'asked', 'answered', 'timeline', 'fault', 'step', 'dropped'])
    }

    def "the same run is traced to the same bytes"() {
        expect:
        trace() == trace()
    }

    def "watching #kind changes nothing"() {
        expect:
        Simulation.of(eventful(), RUMOURS).observedBy(new Watcher(mask: kind.bit())).run().fingerprint() ==
                Simulation.of(eventful(), RUMOURS).run().fingerprint()

        where:
        kind << RunEvent.Kind.values()
    }

    /** Peers join, gossip over lossy links, are parted, and some crash and come back. */
    private static ScenarioSpec eventful() {
        scenario(loss: new peerlab.engine.base.Ratio(0.1), options: [beat: Span.millis(400)], [
                at(0, life(LifeVerb.JOIN, ALL, Span.millis(100), 'p1')),
                at(1, put(new KeysSpec.Fresh(3), Span.millis(50))),
                during(2, 4, partition([some(2)])),
                at(5, life(LifeVerb.CRASH, some(2))),
                at(6, life(LifeVerb.RESTART, ALL))])
    }

    private static String trace() {
        def out = new ByteArrayOutputStream()
        new TraceWriter(out, new RecordSpec(true, true, Optional.empty(), SourcePlace.NOWHERE))
                .withCloseable {
            Simulation.of(eventful(), RUMOURS).observedBy(it).run()
        }
        out.toString('UTF-8')
    }

    private static List<TraceLine> read(byte[] bytes) {
        new TraceReader(new ByteArrayInputStream(bytes), 'trace.jsonl').withCloseable { reader ->
            def lines = []
            for (def line = reader.next(); line.present; line = reader.next()) {
                lines << line.get()
            }
            lines
        }
    }
}
