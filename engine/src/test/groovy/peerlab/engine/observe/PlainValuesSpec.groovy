package peerlab.engine.observe

import java.util.concurrent.atomic.AtomicInteger

import peerlab.engine.base.Bytes
import peerlab.engine.base.PeerId
import peerlab.engine.base.Ratio
import peerlab.engine.base.SimTime
import peerlab.engine.base.Span
import spock.lang.Specification

class PlainValuesSpec extends Specification {

    record Contact(PeerId peer, int distance) { }

    record Failing(int number) {
        int number() { throw new IllegalStateException('no') }
    }

    static class Nameless { }

    static class Rude {
        @Override
        String toString() { throw new IllegalStateException('no') }
    }

    enum Role { LEADER }

    def "values become plain: #value"() {
        expect: 'only what every file format knows'
        PlainValues.of(value) == plain

        where:
        value                                | plain
        null                                 | null
        true                                 | true
        'text'                               | 'text'
        7                                    | 7L
        (short) 7                            | 7L
        new AtomicInteger(3)                 | 3L
        2.5f                                 | 2.5d
        12345678901234567890G                | '12345678901234567890'
        Optional.of(4)                       | 4L
        Optional.empty()                     | null
        [1, 'two'] as Object[]               | [1L, 'two']
        [0x0a, 0xff] as byte[]               | '0aff'
        PeerId.of(6)                         | 'p7'
        Span.millis(200)                     | '200 ms'
        new SimTime(1_500_000_000)           | '1.5 s'
        new Ratio(0.05)                      | '5%'
        new Bytes(65536)                     | '64 KiB'
        Role.LEADER                          | 'LEADER'
        new Contact(PeerId.of(0), 3)         | [peer: 'p1', distance: 3L]
        [new Contact(PeerId.of(1), 4)]       | [[peer: 'p2', distance: 4L]]
    }

    def "a map or set whose order Java does not promise is put in order"() {
        given: 'collections that may be walked in another order by the next start of Java'
        def names = ['pear', 'apple', 'quince', 'fig', 'plum']
        def map = Map.of('pear', 1, 'apple', 2, 'quince', 3, 'fig', 4)

        expect: 'the order of the text'
        PlainValues.of(Set.copyOf(names)) == names.sort(false)
        (PlainValues.of(map) as Map).keySet() as List == ['apple', 'fig', 'pear', 'quince']

        and: 'an order that was chosen is kept'
        PlainValues.of(new LinkedHashSet<>(names)) == names
        PlainValues.of(new TreeSet<>(Comparator.reverseOrder()).tap { addAll(names) }) ==
                names.sort(false).reverse()
    }

    def "an object without a text of its own is called by its class, never by its address"() {
        expect:
        PlainValues.of(new Nameless()) == 'Nameless'
        PlainValues.of(new Rude()) == 'Rude'
        PlainValues.of(new Failing(1)) == 'Failing'
    }

    def "a value that contains itself is cut off"() {
        given:
        def list = []
        list << list

        when:
        def plain = PlainValues.of(list)

        then: 'at a limit, not at the end of the stack'
        plain.toString().contains('...')
    }
}
