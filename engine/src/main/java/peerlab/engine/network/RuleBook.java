package peerlab.engine.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The active rules, in the order in which they are asked. A message meets those alone that touch it: a draw
 * for each rule tells which ones do by chance, and a bit for each which ones concern its sender, its receiver
 * and its type. So a rule about others, or one that seldom does anything, costs next to nothing.
 */
final class RuleBook {

    private final List<List<LinkRule>> stages = new ArrayList<>();
    private List<LinkRule> active = List.of();
    /** What is asked of each: the rule within one that is narrowed by nothing else than these bits. */
    private LinkRule[] asked = {};
    /** By what chance each touches a message. */
    private long[] keys = {};
    private long[] bounds = {};
    /** Whether each of them touches every message. */
    private boolean touchAll = true;
    /** The rules that concern some messages only. */
    private long[] narrow = {};
    private Bits ofSenders = new Bits(0, null);
    private Bits ofReceivers = new Bits(0, null);
    private Bits ofTypes = new Bits(0, null);
    private final IntFunction<String> typeName;

    /** @param typeName the name of a type of messages by its number */
    RuleBook(int stageCount, IntFunction<String> typeName) {
        this.typeName = typeName;
        for (int stage = 0; stage < stageCount; stage++) {
            stages.add(new ArrayList<>());
        }
    }

    /** Adds a rule after all others of its stage. */
    void add(LinkRule rule, int stage) {
        stages.get(stage).add(rule);
        change();
    }

    /** Takes a rule away that was added: this very one. */
    void remove(LinkRule rule) {
        for (List<LinkRule> stage : stages) {
            for (int i = 0; i < stage.size(); i++) {
                if (stage.get(i) == rule) {
                    stage.remove(i);
                    change();
                    return;
                }
            }
        }
        throw new IllegalStateException("this rule is not active: " + rule);
    }

    private void change() {
        active = stages.stream().flatMap(List::stream).toList();
        asked = active.stream().map(RuleBook::essence).toArray(LinkRule[]::new);
        keys = active.stream().mapToLong(rule -> rule.chance().key()).toArray();
        bounds = active.stream().mapToLong(rule -> rule.chance().bound()).toArray();
        narrow = new long[words(asked.length)];
        touchAll = true;
        for (int rule = 0; rule < asked.length; rule++) {
            boolean isNarrow = isNarrow(active.get(rule));
            narrow[rule >> 6] |= (isNarrow ? 1L : 0) << rule;
            touchAll &= !isNarrow && bounds[rule] == Long.MAX_VALUE;
        }
        ofSenders = new Bits(asked.length, (rule, peer) -> rule.senders().contains(peer));
        ofReceivers = new Bits(asked.length, (rule, peer) -> rule.receivers().contains(peer));
        ofTypes = new Bits(asked.length, (rule, type) ->
                rule.type() == null || rule.type().equals(typeName.apply(type)));
    }

    private static LinkRule essence(LinkRule rule) {
        return rule instanceof Narrowed narrowed ? narrowed.essence() : rule;
    }

    private static boolean isNarrow(LinkRule rule) {
        return rule.senders() != PeerSet.EVERYBODY || rule.receivers() != PeerSet.EVERYBODY
                || rule.type() != null;
    }

    private static int words(int bits) {
        return (bits + Long.SIZE - 1) / Long.SIZE;
    }

    /**
     * Asks the rules that touch a message, until one drops it.
     *
     * @param type the number of its type
     */
    void shape(Transmission message, int type) {
        if (touchAll) {
            for (LinkRule rule : asked) {
                rule.shape(message);
                if (message.isDropped()) {
                    return;
                }
            }
            return;
        }
        for (int word = 0; word < narrow.length && !message.isDropped(); word++) {
            long bits = drawn(message, word);
            if ((bits & narrow[word]) != 0) {
                bits &= ~narrow[word] | concerned(message, type, word);
            }
            shape(message, word, bits);
        }
    }

    /** The rules that touch a message by chance, whomever they concern. */
    private long drawn(Transmission message, int word) {
        long bits = 0;
        int end = Math.min(asked.length, word + 1 << 6);
        for (int rule = word << 6; rule < end; rule++) {
            bits |= (message.draw(keys[rule]) < bounds[rule] ? 1L : 0) << rule;
        }
        return bits;
    }

    /** The rules that concern a message, whether or not they touch it. */
    private long concerned(Transmission message, int type, int word) {
        return ofSenders.row(message.from().index(), word) & ofReceivers.row(message.to().index(), word)
                & ofTypes.row(type, word);
    }

    private void shape(Transmission message, int word, long rules) {
        for (long bits = rules; bits != 0; bits &= bits - 1) {
            asked[(word << 6) + Long.numberOfTrailingZeros(bits)].shape(message);
            if (message.isDropped()) {
                return;
            }
        }
    }

    /** Asks all rules but those of the last stage, until one drops the message. */
    void shapeButLast(Transmission message) {
        int last = stages.get(stages.size() - 1).size();
        for (LinkRule rule : active.subList(0, active.size() - last)) {
            boolean concerns = rule.senders().contains(message.from().index())
                    && rule.receivers().contains(message.to().index());
            if (concerns) {
                rule.shape(message);
            }
            if (message.isDropped()) {
                return;
            }
        }
    }

    /** Whether a rule concerns somebody or something by its number. */
    private interface Concern {
        boolean holds(LinkRule rule, int number);
    }

    /** A row of bits for each number, one for each rule; a row is worked out when it is first asked for. */
    private final class Bits {

        private final int width;
        private final Concern concern;
        private long[] words = {};
        private boolean[] isKnown = {};

        Bits(int rules, Concern concern) {
            this.width = words(rules);
            this.concern = concern;
        }

        /** A word of the row of a number. */
        long row(int number, int word) {
            if (number >= isKnown.length || !isKnown[number]) {
                workOut(number);
            }
            return words[number * width + word];
        }

        private void workOut(int number) {
            if (number >= isKnown.length) {
                int size = Math.max(2 * isKnown.length, number + 1);
                isKnown = Arrays.copyOf(isKnown, size);
                words = Arrays.copyOf(words, size * width);
            }
            for (int rule = 0; rule < asked.length; rule++) {
                if (concern.holds(active.get(rule), number)) {
                    words[number * width + (rule >> 6)] |= 1L << rule;
                }
            }
            isKnown[number] = true;
        }
    }
}
