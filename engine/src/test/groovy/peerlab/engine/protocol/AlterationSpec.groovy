package peerlab.engine.protocol

import peerlab.engine.base.PeerId
import peerlab.engine.base.RandomSource
import spock.lang.Specification

/** Mistakes of transmission that nobody notices: what messages can become. */
class AlterationSpec extends Specification {

    static enum Colour { RED, GREEN, BLUE }

    static record Numbers(int small, long large, short few, byte tiny, double exact, boolean yes, char letter)
            implements Message {}

    static record Names(String text, PeerId peer, Colour colour) implements Message {}

    static record Inner(int a, String b) {}

    static record Parts(List<Inner> list, Optional<String> maybe, Map<String, Integer> map, Set<Integer> set,
            long[] array, Inner inner) implements Message {}

    static record Empty() implements Message {}

    static record Blank(String text, List<String> list, Optional<Integer> maybe,
            Object nothing) implements Message {}

    /** Takes numbers of a range only. */
    static record Strict(int value) implements Message {
        Strict {
            if (value < 40 || value > 43) {
                throw new IllegalArgumentException("$value is out of range")
            }
        }
    }

    static record Strange(Object thing) implements Message {}

    static final List<PeerId> PEERS = (0..4).collect { PeerId.of(it) }

    def 'one value of a message changes and the others stay: #message'() {
        given: 'what it becomes, a hundred times'
        def altered = (1..100).collect { alter(message, it).get() }

        expect: 'a message of the same kind, with exactly one component that differs'
        altered.every { it.class == message.class && it != message && differing(message, it) == 1 }

        and: 'each of them at some time'
        altered.collect { components(message).findIndexOf { c ->
                c.accessor.invoke(it) != c.accessor.invoke(message) } }
                .toSet().size() == components(message).size()

        where:
        message << [new Numbers(7, 1L << 40, (short) 3, (byte) 5, 0.5d, true, 'x' as char),
                    new Names('hello', PEERS[2], Colour.GREEN),
                    new Parts([new Inner(1, 'a'), new Inner(2, 'b')], Optional.of('m'), [k: 1, l: 2], [1, 2,
                            3] as Set,
                            [5L, 6L] as long[], new Inner(3, 'c'))]
    }

    def 'numbers change by one bit of those that they use, so that what is small stays small'() {
        expect:
        (1..200).every {
            def changed = alter(new Strange(value), it).get().thing()
            changed.class == value.class && Long.bitCount((changed as long) ^ (value as long)) == 1
                    && Math.abs(changed as long) <= most
        }

        where:
        value                 | most
        0                     | 128
        200                   | 255
        -5                    | 133
        70_000L               | 131_071
        (short) 1_000         | 1_023
        (byte) 17             | 127
    }

    def 'another peer is one of those that there are, and another constant one of its kind'() {
        given:
        def altered = (1..300).collect { alter(new Names('', PEERS[2], Colour.GREEN), it).get() }

        expect:
        altered*.peer().toSet() == PEERS as Set
        altered*.colour().toSet() == Colour.values() as Set
        altered*.text().toSet() == [''] as Set
    }

    def 'a message that nothing can be changed in stays what it is'() {
        expect:
        alter(message, 1).empty

        where:
        message << [new Empty(), new Blank('', [], Optional.empty(), null), new Strange(new Object()),
                    new Strange(new StringBuilder('x')), new Strange(1.5f), new Names('', PEERS[0], null)
                            .with { new Strange(PeerId.of(99)) }]
    }

    def 'a record that checks its values is never given those that it refuses'() {
        given: 'a number between 40 and 43'
        def altered = (1..200).collect { alter(new Strict(41), it) }

        expect: 'one of the others, or nothing where the bit that was drawn leads out of it'
        altered.findAll { it.present }*.get()*.value().toSet() == [40, 43] as Set
        altered.any { it.empty }
    }

    def 'the same draws make the same of a message'() {
        expect:
        (1..50).every { alter(new Names('hello', PEERS[2], Colour.RED), it) == alter(new Names('hello',
                PEERS[2], Colour.RED), it) }
    }

    def 'what goes deeper than any message does is left alone'() {
        given: 'boxes within boxes'
        def deep = (1..20).inject('x') { inner, n -> [inner] }

        expect:
        alter(new Strange(deep), 1).empty
    }

    def 'a deployment alters messages in this way, where its protocol knows no better'() {
        given:
        def deployment = { setup -> null } as Deployment

        expect:
        deployment.corrupt(new Names('hello', PEERS[2], Colour.RED), PEERS, new RandomSource(1)).present
    }

    private static Optional<Message> alter(Message message, long seed) {
        new Alteration(PEERS, new RandomSource(seed)).of(message)
    }

    private static List components(Object message) {
        message.class.recordComponents.toList()
    }

    private static int differing(Object one, Object other) {
        components(one).count { it.accessor.invoke(one) != it.accessor.invoke(other) }
    }
}
