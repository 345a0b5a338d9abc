package peerlab.engine.trace

import peerlab.engine.base.PeerId
import peerlab.engine.base.SimTime
import peerlab.engine.base.SourcePlace
import peerlab.engine.observe.RunEvent
import peerlab.engine.protocol.Message
import peerlab.engine.spec.RecordSpec
import spock.lang.Specification

class TraceReaderSpec extends Specification {

    record Store(String key, double weight, boolean replace, List<Integer> path) implements Message { }

    def "what the writer wrote is read back"() {
        given:
        def out = new ByteArrayOutputStream()
        def record = new RecordSpec(true, true, Optional.empty(), SourcePlace.NOWHERE)
        def message = new Store('käy "1"', 0.25d, true, [1, 2])
        new TraceWriter(out, record).withCloseable {
            it.on(new RunEvent.Sent(new SimTime(7), 3, 2, PeerId.of(0), PeerId.of(1), message, 40), null)
            it.on(new RunEvent.LifeChanged(new SimTime(8), 4, 0, PeerId.of(1), RunEvent.Life.LEFT), null)
        }

        when:
        def lines = read(out.toString('UTF-8'))

        then:
        lines*.number() == [1L, 2L]
        lines*.time() == [new SimTime(7), new SimTime(8)]
        lines*.kind() == ['sent', 'life']
        lines[0].id() == Optional.of(3L)
        lines[0].cause() == Optional.of(2L)
        lines[0].text('from') == Optional.of('p1')
        lines[0].whole('bytes') == Optional.of(40L)
        lines[0].fields() == [key: 'käy "1"', weight: 0.25d, replace: true, path: [1L, 2L]]
        lines[1].fields() == [:]
        lines[1].text('cause').empty
    }

    def "kinds and fields of a later Peerlab are kept, and blank lines passed over"() {
        when:
        def lines = read(
                '\n{"kind":"dance","t":5,"steps":{"left":[1,null,false]},"big":99999999999999999999}\n\n')

        then:
        lines.size() == 1
        lines[0].number() == 2
        lines[0].kind() == 'dance'
        lines[0].id().empty
        lines[0].values() == [steps: [left: [1L, null, false]], big: 1e20d]
    }

    def "an empty trace has no lines"() {
        expect:
        read('') == []
    }

    def "a broken line is named with its number and what to do: #line"() {
        when:
        read('{"t":1,"kind":"sent"}\n' + line)

        then:
        def broken = thrown(BrokenTraceException)
        broken.line() == 2
        broken.message.startsWith('trace.jsonl:2: ')
        broken.message.contains(complaint)
        broken.message.contains('\n     = ')

        where:
        line                           | complaint
        '{"t":2,"kind":"se'            | ''
        '{"t":2'                       | ''
        'garbage'                      | ''
        '[1]'                          | 'in braces'
        '{"t":2,"kind":"sent"} 7'      | 'follows'
        '{"kind":"sent"}'              | '"t"'
        '{"t":-1,"kind":"sent"}'       | '"t"'
        '{"t":"1","kind":"sent"}'      | '"t"'
        '{"t":1}'                      | '"kind"'
        '\u0000\u0001'                 | ''
    }

    private static List<TraceLine> read(String text) {
        new TraceReader(new ByteArrayInputStream(text.getBytes('UTF-8')), 'trace.jsonl')
                .withCloseable { reader ->
            def lines = []
            for (def line = reader.next(); line.present; line = reader.next()) {
                lines << line.get()
            }
            lines
        }
    }
}
