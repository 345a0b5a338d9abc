package peerlab.engine.trace

import com.fasterxml.jackson.databind.ObjectMapper
import peerlab.engine.base.PeerId
import peerlab.engine.base.SimTime
import peerlab.engine.base.SourcePlace
import peerlab.engine.base.Span
import peerlab.engine.observe.RunEvent
import peerlab.engine.protocol.Fields
import peerlab.engine.protocol.Message
import peerlab.engine.protocol.Outcome
import peerlab.engine.protocol.Request
import peerlab.engine.protocol.Step
import peerlab.engine.protocol.Timer
import peerlab.engine.spec.RecordSpec
import spock.lang.Specification

class TraceWriterSpec extends Specification {

    record Ping(String note, long count, double share, boolean urgent, PeerId about, List<PeerId> known,
            Object gone)
            implements Message { }

    record Refresh(int bucket) implements Timer { }

    record Chose(PeerId next, String why) implements Step { }

    static class Described implements Message {
        Closure<?> body

        @Override
        void describe(Fields fields) { body(fields) }

        @Override
        String type() { 'Described' }
    }

    static final RecordSpec TRACE = new RecordSpec(true, false, Optional.empty(), SourcePlace.NOWHERE)
    static final RecordSpec MESSAGES = new RecordSpec(false, true, Optional.empty(), SourcePlace.NOWHERE)
    static final RecordSpec BOTH = new RecordSpec(true, true, Optional.empty(), SourcePlace.NOWHERE)
    static final PeerId P1 = PeerId.of(0)
    static final PeerId P12 = PeerId.of(11)
    static final PeerId CACHE = new PeerId(40, 'cache', 3)
    static final SimTime T = new SimTime(51_480_000_000)

    static final Ping PING = new Ping('hi', -3, 0.5d, true, CACHE, [P1, P12], null)
    static final Request GET = new Request(9, 'get', 'key-17', null, [tries: 2])

    def "each kind of event has its line"() {
        expect:
        lines(TRACE, event) == [line]

        where:
        event                                                              || line
        new RunEvent.Sent(T, 12, 7, P1, P12, PING, 64)                     || '{"t":51480000000,"kind":"sent","id":12,"cause":7,"from":"p1","to":"p12","type":"Ping","bytes":64}'
        new RunEvent.Delivered(T, 12, P1, CACHE, PING)                     || '{"t":51480000000,"kind":"delivered","id":12,"from":"p1","to":"cache3","type":"Ping"}'
        new RunEvent.Dropped(T, 12, P1, P12, PING, 'p12 is down')          || '{"t":51480000000,"kind":"dropped","id":12,"from":"p1","to":"p12","type":"Ping","reason":"p12 is down"}'
        new RunEvent.TimerFired(T, 13, 4, P1, new Refresh(5))              || '{"t":51480000000,"kind":"timer","id":13,"cause":4,"peer":"p1","type":"Refresh","fields":{"bucket":5}}'
        new RunEvent.StepTaken(T, 13, P1, new Chose(P12, 'closer'))        || '{"t":51480000000,"kind":"step","cause":13,"peer":"p1","type":"Chose","fields":{"next":"p12","why":"closer"}}'
        new RunEvent.LifeChanged(T, 14, 2, P1, RunEvent.Life.CRASHED)      || '{"t":51480000000,"kind":"life","id":14,"cause":2,"peer":"p1","change":"crashed"}'
        new RunEvent.FaultChanged(T, 15, 'partition', 'minority', false, [P1, P12])    || '{"t":51480000000,"kind":"fault","id":15,"fault":"partition","words":"minority","change":"begins","who":["p1","p12"]}'
        new RunEvent.FaultChanged(T, 15, 'partition', 'minority', true, [])            || '{"t":51480000000,"kind":"fault","id":15,"fault":"partition","words":"minority","change":"ends","who":[]}'
        new RunEvent.Asked(T, 9, P12, GET)                                 || '{"t":51480000000,"kind":"asked","id":9,"peer":"p12","operation":"get","key":"key-17","value":null,"options":{"tries":2}}'
        new RunEvent.Answered(T, 9, 12, P12, GET, Outcome.success('v'), Span.millis(2)) || '{"t":51480000000,"kind":"answered","id":9,"cause":12,"peer":"p12","operation":"get","key":"key-17","success":true,"value":"v","reason":"","latency":2000000}'
        new RunEvent.TimelineStep(T, 3, 'crash', 'crash any 30%', [P1], Optional.of('the crash')) || '{"t":51480000000,"kind":"timeline","id":3,"verb":"crash","text":"crash any 30%","who":["p1"],"mark":"the crash"}'
        new RunEvent.TimelineStep(T, 3, 'heal', 'heal', [], Optional.empty()) || '{"t":51480000000,"kind":"timeline","id":3,"verb":"heal","text":"heal","who":[],"mark":null}'
        new RunEvent.Broken(T, 12, P1, 'handling Ping', 'NullPointerException', ['a', 'b']) || '{"t":51480000000,"kind":"broken","cause":12,"peer":"p1","doing":"handling Ping","exception":"NullPointerException","frames":["a","b"]}'
    }

    def "messages are recorded with their fields where that is asked for"() {
        expect: 'lists without the names of their items, a peer by its name'
        lines(BOTH, new RunEvent.Sent(T, 1, 0, P1, P12, PING, 64)) == [
                '{"t":51480000000,"kind":"sent","id":1,"cause":0,"from":"p1","to":"p12",' +
                '"type":"Ping","bytes":64,"fields":{"note":"hi","count":-3,"share":0.5,"urgent":true,' +
                '"about":"cache3","known":["p1","p12"],"gone":null}}']
    }

    def "what is recorded decides what is listened to"() {
        expect:
        writer(TRACE).interests() == RunEvent.Kind.all()
        writer(BOTH).interests() == RunEvent.Kind.all()
        writer(MESSAGES).interests() == (
                RunEvent.Kind.SENT.bit() | RunEvent.Kind.DELIVERED.bit() | RunEvent.Kind.DROPPED.bit())
        writer(RecordSpec.NOTHING).interests() == 0
    }

    def "an identifier is 40 hexadecimal digits"() {
        given:
        def message = new Described(body: { Fields f -> f.identifier('id', 0x0123456789abcdefL, -1L, 7) })

        expect:
        lines(BOTH, sent(message))[0].contains('"fields":{"id":"0123456789abcdefffffffffffffffff00000007"}')
    }

    def "numbers of all sizes are written right: #number"() {
        given:
        def message = new Described(body: { Fields f -> f.number('n', number) })

        expect:
        lines(BOTH, sent(message))[0].endsWith('"fields":{"n":' + number + '}}')

        where:
        number << [0L, 9L, 10L, 99L, 100L, -1L, -10L, 12345L, Long.MAX_VALUE, Long.MIN_VALUE,
                1_000_000_000_000_000_000L] +
                (0..18).collect { (10L**it) as long } + (1..18).collect { (10L**it) - 1 as long } +
                (0..18).collect { 1234567890123456789L.intdiv(10L**it) as long } + [100_000_001L,
                        20_000_000_300L]
    }

    def "numbers of eight digits and fewer are the digits that Java writes, whatever they are"() {
        expect: 'numbers from the whole range, each with all shorter ones that it begins with'
        (1..20_000).every {
            long number = it * 4999L
            written(number) == Long.toString(number) && written(number % 10_000) ==
                    Long.toString(number % 10_000)
        }
    }

    private static String written(long number) {
        def bytes = new byte[40]
        new String(bytes, 0, Digits.number(bytes, 0, number), 'US-ASCII')
    }

    def "hexadecimal digits are those that Java writes"() {
        expect:
        [0, 1, -1, 0x01234567, 0x89abcdef as int, Integer.MIN_VALUE, 0x9a9a0fa0 as int].every {
            def bytes = new byte[8]
            Digits.put(bytes, 0, Digits.hex(it))
            new String(bytes, 'US-ASCII') == String.format('%08x', it)
        }
    }

    def "a peer is written by its name however long that is, and whoever else has its index"() {
        given: 'short names and long ones, again and again, some of one index'
        def peers = [P1, P12, CACHE, PeerId.of(99_998), PeerId.of(99_999), PeerId.of(3_000_000),
                     new PeerId(0, 'edge', 1), new PeerId(11, 'a very long name for a group', 12),
                     new PeerId(1, 'größe', 7), new PeerId(2, 'g' * 200, 8)]
        def events = (peers * 3).collect { new RunEvent.Delivered(T, 1, it, P1, PING) }

        expect:
        lines(TRACE, *events).collect { new ObjectMapper().readValue(it, Map).from } == (peers * 3)*.name()
    }

    def "words that compete for a place are all written right"() {
        given: 'more names and texts than are kept, in turn'
        def names = (1..3_000).collect { "field number $it".toString() }
        def message = new Described(body: { Fields f -> names.each { f.text(it, it) } })

        when: 'each is written twice'
        def fields = lines(BOTH, sent(message), sent(message)).collect {
            new ObjectMapper().readValue(it, Map).fields
        }

        then:
        fields.every { it == names.collectEntries { name -> [name, name] } }
    }

    def "decimals are written with their shortest digits, and as null where there is no number"() {
        given:
        def message = new Described(body: { Fields f ->
            [2d, -0.1d, 1e300d, 1d / 3, Double.NaN, Double.POSITIVE_INFINITY].each { f.decimal("d$it", it) }
        })

        expect:
        lines(BOTH, sent(message))[0].endsWith('{"d2.0":2,"d-0.1":-0.1,"d1.0E300":1e+300,' +
                '"d0.3333333333333333":0.3333333333333333,"dNaN":null,"dInfinity":null}}')
    }

    def "any text comes back as it was, on one line, in ASCII or valid UTF-8: case #number"() {
        given: 'the text as a value, as a name and as a type'
        def message = new Described(body: { Fields f -> f.text(text.take(9000), text) })

        when:
        def bytes = write(BOTH, sent(message))
        def line = new String(bytes, 'UTF-8')

        then: 'no reader ends the line early'
        line.count('\n') == 1
        !(line =~ /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/)

        and: 'another JSON reader finds the text'
        new ObjectMapper().readValue(line, Map).fields == [(text.take(9000)): text]

        where:
        text << [
                'plain', '"quoted"', 'back\\slash', 'a\tb\nc\rd', '\u0000\u0001\u001f\u007f',
                        'line\u2028line\u2029\u0085',
                'grüße', '日本語', '😀 and 😀', 'x' * 5000, '😀' * 2000, 'ab' + '😀' * 1023 + '"', ('"' * 3000), '',
                ('x' * 1023) + '😀' + ('y' * 1023), 'é' * 300_000]
        number = text.size()
    }

    def "half of a surrogate pair has no UTF-8, so it is written as an escape"() {
        given:
        def message = new Described(body: { Fields f -> f.text('t', 'a\ud83d'); f.text('u', '\ude00b') })

        expect:
        lines(BOTH, sent(message))[0].endsWith('{"t":"a\\ud83d","u":"\\ude00b"}}')
    }

    def "a group's name is escaped in the names of its peers"() {
        given:
        def peer = new PeerId(0, 'ca"che', 1)

        expect:
        lines(TRACE, new RunEvent.LifeChanged(T, 1, 0, peer, RunEvent.Life.STARTED))[0]
                .contains('"peer":"ca\\"che1"')
    }

    def "lists may lie in lists, and an empty one is empty"() {
        given:
        def message = new Described(body: { Fields f ->
            f.beginList('a', 2); f.beginList('', 0); f.endList(); f.number('', 1); f.endList(); f.number(
                    'b', 2)
        })

        expect:
        lines(BOTH, sent(message))[0].endsWith('"fields":{"a":[[],1],"b":2}}')
    }

    def "a description that throws is named, and the line is still whole: #name"() {
        given:
        def message = new Described(body: describe)

        when:
        def line = new ObjectMapper().readValue(lines(BOTH, sent(message))[0], Map)

        then:
        line.fields == fields

        where:
        name               | describe                                                                  || fields
        'at once'          | { Fields f -> throw new IllegalStateException() }                         || [undescribed: 'IllegalStateException']
        'after a field'    | { Fields f -> f.number('a', 1); throw new IllegalStateException() }       || [a: 1, undescribed: 'IllegalStateException']
        'inside a list'    | { Fields f -> f.beginList('a', 1); throw new IllegalStateException() }    || [a: [], undescribed: 'IllegalStateException']
        'a list too many'  | { Fields f -> f.endList() }                                               || [undescribed: 'IllegalStateException']
    }

    def "lists that lie too deep are cut off"() {
        given:
        def message = new Described(body: { Fields f -> 100.times { f.beginList('a', 1) } })

        expect:
        lines(BOTH, sent(message))[0].contains('"undescribed":"IllegalStateException"')
    }

    def "a list that was left open is closed"() {
        given:
        def message = new Described(body: { Fields f -> f.beginList('a', 1); f.number('', 1) })

        expect:
        lines(BOTH, sent(message))[0].endsWith('"fields":{"a":[1]}}')
    }

    def "a trace larger than the buffer is written whole and in order"() {
        given: 'some 4 MB of events'
        def out = new ByteArrayOutputStream()
        def writer = new TraceWriter(out, TRACE)

        when:
        (1..40_000).each { writer.on(new RunEvent.Sent(new SimTime(it), it, 0, P1, P12, PING, 64), null) }
        writer.close()

        then:
        def lines = out.toString('UTF-8').readLines()
        lines.size() == 40_000
        lines.withIndex().every { line, i -> line.startsWith('{"t":' + (i + 1) + ',') &&
                line.endsWith('"bytes":64}') }
    }

    def "a stream that fails does not disturb the run, and closing tells of the first failure"() {
        given: 'a disk that is full after the first piece'
        def pieces = 0
        def closed = false
        def out = new OutputStream() {
            @Override
            void write(int b) { }

            @Override
            void write(byte[] b, int from, int count) {
                if (++pieces > 1) {
                    throw new IOException("No space left on device ($pieces)")
                }
            }

            @Override
            void close() { closed = true }
        }
        def writer = new TraceWriter(out, TRACE)

        when: 'the run goes on'
        (1..10_000).each { writer.on(new RunEvent.Sent(T, it, 0, P1, P12, PING, 64), null) }
        writer.finish(null)

        then:
        noExceptionThrown()

        when:
        writer.close()

        then:
        def failure = thrown(IOException)
        failure.message == 'No space left on device (2)'
        closed
    }

    private static RunEvent sent(Message message) {
        new RunEvent.Sent(T, 1, 0, P1, P12, message, 64)
    }

    private static TraceWriter writer(RecordSpec record) {
        new TraceWriter(new ByteArrayOutputStream(), record)
    }

    private static byte[] write(RecordSpec record, RunEvent... events) {
        def out = new ByteArrayOutputStream()
        def writer = new TraceWriter(out, record)
        events.each { writer.on(it, null) }
        writer.finish(null)
        writer.close()
        out.toByteArray()
    }

    private static List<String> lines(RecordSpec record, RunEvent... events) {
        new String(write(record, events), 'UTF-8').readLines()
    }
}
