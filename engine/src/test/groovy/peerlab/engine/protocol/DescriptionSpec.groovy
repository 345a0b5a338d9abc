package peerlab.engine.protocol

import peerlab.engine.base.Bytes
import peerlab.engine.base.PeerId
import peerlab.engine.base.SimTime
import peerlab.engine.base.Span
import peerlab.engine.trace.Fingerprint
import spock.lang.Specification

/** How messages describe themselves: what the fingerprint, the trace and the size are made of. */
class DescriptionSpec extends Specification {

    static record Holder(Object content) implements Message {}

    static record Pair(String left, int right) {}

    static class Nameless {}

    /** Peers by their numbers, as a protocol with long lists of them holds them. */
    static record Numbered(int... peers) implements Message {

        @Override
        void describe(Fields fields) {
            fields.peers('peers', peers, PeerId::of)
        }
    }

    static class Handmade implements Message {

        String text

        @Override
        void describe(Fields fields) {
            fields.text('text', text)
            fields.identifier('id', 1, 2, 3)
        }
    }

    def 'peers named by their numbers are described as those peers are'() {
        given: 'the same list twice'
        def numbered = new Numbered(4, 0, 9)
        def named = new Holder([4, 0, 9].collect { PeerId.of(it) })

        expect: 'the same names and the same fingerprint'
        parts(numbered) == ['list peers 3', 'peer  p5', 'peer  p1', 'peer  p10', 'end']
        fingerprint(numbered) == fingerprint(named)
    }

    def '#value is described by its parts'() {
        expect: 'each once, in order'
        parts(new Holder(value)) == described

        where:
        value                                    || described
        null                                     || ['absent content']
        7                                        || ['number content 7']
        7.5d                                     || ['decimal content 7.5']
        2.5f                                     || ['decimal content 2.5']
        true                                     || ['truth content true']
        'x'                                      || ['text content x']
        PeerId.of(2)                             || ['peer content p3']
        new SimTime(5)                           || ['number content 5']
        new Span(6)                              || ['number content 6']
        new Bytes(7)                             || ['number content 7']
        Optional.of('x')                         || ['text content x']
        Optional.empty()                         || ['absent content']
        [1, 'x']                                 || ['list content 2', 'number  1', 'text  x', 'end']
        new Pair('a', 1)                         || ['list content 2', 'text left a', 'number right 1', 'end']
        [[b: 1, a: 2]]                           || ['list content 1', 'list  2', 'number b 1', 'number a 2', 'end', 'end']
        [1, null] as Object[]                    || ['list content 2', 'number  1', 'absent ', 'end']
        [3, 4] as int[]                          || ['list content 2', 'number  3', 'number  4', 'end']
        [3, 4] as long[]                         || ['list content 2', 'number  3', 'number  4', 'end']
        [0.5d] as double[]                       || ['list content 1', 'decimal  0.5', 'end']
        [1, 255] as byte[]                       || ['text content 01ff']
        Set.of('c', 'a', 'b')                    || ['list content 3', 'text  a', 'text  b', 'text  c', 'end']
        new HashSet(['b', 'a'])                  || ['list content 2', 'text  a', 'text  b', 'end']
        new LinkedHashSet(['b', 'a'])            || ['list content 2', 'text  b', 'text  a', 'end']
        [Map.of('b', 1, 'a', 2)]                 || ['list content 1', 'list  2', 'number a 2', 'number b 1', 'end', 'end']
        Thread.State.NEW                         || ['text content NEW']
    }

    def 'what has no text that is the same in each run is refused with the remedy'() {
        when: 'a message holds an object that Java calls by its address'
        parts(new Holder(new Nameless()))

        then: 'its field and class are named'
        def refusal = thrown(IllegalArgumentException)
        refusal.message ==
                "the field 'content' holds a Nameless, which has no text that is the same in each run; " +
                'make it a record'
    }

    def 'a message that is no record and does not describe itself is refused'() {
        when: 'it is described'
        parts(new Message() { })

        then: 'the remedy'
        def refusal = thrown(IllegalArgumentException)
        refusal.message.contains('is not a record; make it one, or let it implement describe(Fields)')
    }

    def 'two messages have the same fingerprint if and only if all they say is the same'() {
        given: 'messages that differ in one thing each'
        def messages = [new Holder(null), new Holder(0), new Holder(1), new Holder(1d), new Holder('1'),
                new Holder('2'),
                        new Holder([1]), new Holder([1, 2]), new Holder([2, 1]), new Holder(PeerId.of(9)),
                        new Handmade(text: null), new Handmade(text: 'x'), new Handmade(text: '')]

        expect: 'as many fingerprints, the same each time'
        messages.collect { fingerprint(it) }.toSet().size() == messages.size()
        messages.every { fingerprint(it) == fingerprint(it) }
        fingerprint(new Holder('x')) ==~ /[0-9a-f]{16}/
    }

    def 'the size of a message is estimated from what it says'() {
        expect: 'a header, eight bytes a number, texts by their length'
        MessageSize.ofDescription(message) == bytes

        where:
        message                          || bytes
        new Holder(1)                    || 16
        new Holder(1d)                   || 16
        new Holder(true)                 || 9
        new Holder('abc')                || 13
        new Holder(PeerId.of(1))         || 14
        new Holder(null)                 || 9
        new Holder([1, 2])               || 26
        new Handmade(text: 'x')          || 31
    }

    private static String fingerprint(Message message) {
        def fingerprint = new Fingerprint()
        fingerprint.describe(message)
        fingerprint.toString()
    }

    private static List<String> parts(Message message) {
        def parts = []
        message.describe([
            number: { name, value -> parts << "number $name $value".toString() },
            decimal: { name, value -> parts << "decimal $name $value".toString() },
            truth: { name, value -> parts << "truth $name $value".toString() },
            text: { name, value -> parts << "text $name $value".toString() },
            peer: { name, value -> parts << "peer $name $value".toString() },
            beginList: { name, size -> parts << "list $name $size".toString() },
            endList: { -> parts << 'end' },
            absent: { name -> parts << "absent $name".toString() }] as Fields)
        parts
    }
}
