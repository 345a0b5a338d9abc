package peerlab.reports.trace

import peerlab.engine.base.PeerId
import peerlab.engine.base.SimTime
import peerlab.engine.base.Span
import peerlab.engine.observe.RunEvent
import peerlab.engine.protocol.Fields
import peerlab.engine.protocol.Message
import peerlab.engine.protocol.Outcome
import peerlab.engine.protocol.Request
import peerlab.engine.protocol.Step
import peerlab.engine.protocol.Timer
import peerlab.reports.Golden
import peerlab.reports.Runs
import spock.lang.Specification

class TraceTextSpec extends Specification {

    record FindNode(long rpc, String note, double share, boolean urgent, Object gone) implements Message { }

    record Refresh() implements Timer { }

    record Chose(PeerId next, List<PeerId> among, String why) implements Step { }

    static class Described implements Message {
        Closure<?> body

        @Override
        void describe(Fields fields) { body(fields) }
    }

    static final PeerId P1 = PeerId.of(0)
    static final PeerId P12 = PeerId.of(11)
    static final SimTime T = new SimTime(51_480_999_999)
    static final Message FIND = new FindNode(7, 'two words', 0.5d, true, null)
    static final Request GET = new Request(9, 'get', 'key-17', null, [:])
    static final Request SNAP = new Request(10, 'propose', '', 'x', [:])

    static final List<RunEvent> EVENTS = [
            new RunEvent.TimelineStep(new SimTime(0), 1, 'join', 'join all',
                    (0..13).collect { PeerId.of(it) }, Optional.empty()),
            new RunEvent.LifeChanged(new SimTime(0), 2, 1, P1, RunEvent.Life.JOINED),
            new RunEvent.Sent(T, 12, 7, P1, P12, FIND, 64),
            new RunEvent.Delivered(T, 12, P1, P12, FIND),
            new RunEvent.Dropped(T, 13, P12, P1, FIND, 'loss'),
            new RunEvent.TimerFired(T, 14, 2, P1, new Refresh()),
            new RunEvent.StepTaken(T, 13, P1, new Chose(P12, [P1, P12], 'closer')),
            new RunEvent.FaultChanged(T, 15, 'partition', 'minority', false, [P1, P12]),
            new RunEvent.FaultChanged(T, 15, 'partition', 'minority', true, []),
            new RunEvent.Asked(T, 9, P12, GET),
            new RunEvent.Answered(T, 9, 12, P12, GET, Outcome.success('v'), Span.millis(2)),
            new RunEvent.Answered(T, 9, 12, P12, GET, Outcome.failure('not found'), Span.millis(2)),
            new RunEvent.Answered(T, 10, 12, P12, SNAP, Outcome.success(null), Span.millis(2)),
            new RunEvent.TimelineStep(T, 3, 'crash', 'crash any 30%', [P1], Optional.of('the crash')),
            new RunEvent.Broken(T, 12, P1, 'handling FindNode from p12', 'NullPointerException', ['a'])]

    def "every kind of event has its line, in full and short"() {
        when:
        def full = EVENTS.collect { new TraceText(TraceText.Detail.FULL).line(it) }.join('\n') + '\n'
        def brief = EVENTS.collect { new TraceText(TraceText.Detail.SHORT).line(it) }.join('\n') + '\n'

        then:
        full == Golden.of('trace/full.txt', full)
        brief == Golden.of('trace/short.txt', brief)
        EVENTS*.kind() as Set == RunEvent.Kind.values() as Set
    }

    def "fields are written for people: #text"() {
        given:
        def message = new Described(body: body)

        expect:
        new TraceText(TraceText.Detail.FULL).line(new RunEvent.Sent(T, 1, 0, P1, P12, message, 9))
                .contains("  Described $text  9 B  #1")

        where:
        text                                                 | body
        'id=9f2c41d7..'                                      | { Fields f -> f.identifier('id', 0x9f2c41d7a05be613L, 1, 2) }
        'a=[[1], p1] b=2'                                    | { Fields f -> f.beginList('a', 2); f.beginList('', 1); f.number('', 1); f.endList(); f.peer('', P1); f.endList(); f.number('b', 2) }
        "t='' d=none e=none"                                 | { Fields f -> f.text('t', ''); f.decimal('d', Double.NaN); f.absent('e') }
        'a=1 undescribed=IllegalStateException'              | { Fields f -> f.number('a', 1); throw new IllegalStateException() }
        't=a"b\'c\\d<e>&f'                                   | { Fields f -> f.text('t', Runs.NASTY.take(12)) }
        '\\u001b=a\\u001b[31mb'                              | { Fields f -> f.text('\u001b', 'a\u001b[31mb') }
    }

    def "a long message does not fill the screen"() {
        given:
        def message = new Described(body: { Fields f ->
            f.text('a', 'x' * 10_000); f.beginList('b', 500); 500.times { f.number('', it) }; f.endList()
        })

        when:
        def line = new TraceText(TraceText.Detail.FULL).line(new RunEvent.Sent(T, 1, 0, P1, P12, message, 9))

        then:
        line.length() < 600
        line.contains('...')
    }

    def "a filter lets through what satisfies all that it says: #name"() {
        expect:
        EVENTS.findAll { filter.matches(it) }*.kind()*.word() == kinds

        where:
        name           | filter                                                             || kinds
        'all'          | TraceFilter.ALL                                                    || EVENTS*.kind()*.word()
        'early'        | TraceFilter.ALL.between(SimTime.ZERO, new SimTime(5))              || ['timeline', 'life']
        'exactly'      | TraceFilter.ALL.between(T, T).ofTypes(['refresh'])                 || ['timer']
        'around'       | TraceFilter.ALL.around(new SimTime(1_000_000_000), Span.seconds(1)) || ['timeline', 'life']
        'far'          | TraceFilter.ALL.around(new SimTime(Long.MAX_VALUE), Span.seconds(1)) || []
        'a peer'       | TraceFilter.ALL.ofPeers(['p1']).ofKinds(EnumSet.of(RunEvent.Kind.SENT, RunEvent.Kind.FAULT, RunEvent.Kind.ASKED)) || ['sent', 'fault']
        'peers'        | TraceFilter.ALL.ofPeers(['p14', 'p99'])                            || ['timeline']
        'a type'       | TraceFilter.ALL.ofTypes(['findnode'])                              || ['sent', 'delivered', 'dropped']
        'words'        | TraceFilter.ALL.ofTypes(['get', 'crash', 'joined', 'partition'])   || ['life', 'fault', 'fault', 'asked', 'answered', 'answered', 'timeline']
        'broken'       | TraceFilter.ALL.ofTypes(['NullPointerException', 'Chose'])         || ['step', 'broken']
        'nothing'      | TraceFilter.ALL.ofKinds([] as Set)                                 || []
    }

    def "a printer listens to the kinds of its filter only, prints up to its limit, and counts the rest"() {
        given:
        def out = new StringBuilder()
        def filter = TraceFilter.ALL.ofKinds(EnumSet.of(RunEvent.Kind.ANSWERED))
        def printer = new TracePrinter(filter, new TraceText(TraceText.Detail.SHORT), out, 2)

        when:
        EVENTS.each { printer.on(it, null) }

        then:
        printer.interests() == RunEvent.Kind.ANSWERED.bit()
        out.toString().readLines().size() == 2
        printer.matched() == 3
        printer.omitted() == 1
        printer.failure().empty
    }

    def "a reader who goes away does not disturb the run"() {
        given: 'a pipe that is closed after the first line'
        def lines = 0
        def pipe = new Writer() {
            @Override
            void write(char[] text, int from, int count) {
                if (++lines > 2) {
                    throw new IOException('Broken pipe')
                }
            }

            @Override
            void flush() { }

            @Override
            void close() { }
        }
        def printer = new TracePrinter(TraceFilter.ALL, new TraceText(TraceText.Detail.FULL), pipe, 100)

        when:
        EVENTS.each { printer.on(it, null) }

        then:
        printer.failure().get().message == 'Broken pipe'
        printer.matched() == EVENTS.size()
    }
}
