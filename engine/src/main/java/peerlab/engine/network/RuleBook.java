package peerlab.engine.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;


/**
 * The active rules, in the order in which they are asked. A message meets those alone that can touch it:
 * which ones concern its sender, its receiver and its type is kept as a bit for each rule, so that three
 * words tell all that there is to do, and a rule about others costs nothing.
 */
final class RuleBook {

    private final List<List<LinkRule>> stages = new ArrayList<>();
    private List<LinkRule> active = List.of();
    /** What is asked of each: the rule within one that is narrowed by nothing else than these bits. */
    private LinkRule[] asked = {};
    private boolean areForAll = true;
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
        areForAll = active.stream().allMatch(rule -> rule.senders() == PeerSet.EVERYBODY
                && rule.receivers() == PeerSet.EVERYBODY && rule.type() == null);
        ofSenders = new Bits(asked.length, (rule, peer) -> rule.senders().contains(peer));
        ofReceivers = new Bits(asked.length, (rule, peer) -> rule.receivers().contains(peer));
        ofTypes = new Bits(asked.length, (rule, type) ->
                rule.type() == null || rule.type().equals(typeName.apply(type)));
    }

    private static LinkRule essence(LinkRule rule) {
        return rule instanceof Narrowed narrowed ? narrowed.essence() : rule;
    }

    /**
     * Asks the rules that can touch a message, until one drops it.
     *
     * @param type the number of its type
     */
    void shape(Transmission message, int type) {
        if (areForAll) {
            for (LinkRule rule : asked) {
                rule.shape(message);
                if (message.isDropped()) {
                    return;
                }
            }
        } else {
            shapeByBits(message, message.from().index(), message.to().index(), type);
        }
    }

    private void shapeByBits(Transmission message, int from, int to, int type) {
        int sender = ofSenders.row(from);
        int receiver = ofReceivers.row(to);
        int kind = ofTypes.row(type);
        for (int word = 0; word < ofSenders.width; word++) {
            long bits = ofSenders.words[sender + word] & ofReceivers.words[receiver + word]
                    & ofTypes.words[kind + word];
            while (bits != 0) {
                asked[(word << 6) + Long.numberOfTrailingZeros(bits)].shape(message);
                if (message.isDropped()) {
                    return;
                }
                bits &= bits - 1;
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
            this.width = (rules + Long.SIZE - 1) / Long.SIZE;
            this.concern = concern;
        }

        /** Where the row of a number begins. */
        int row(int number) {
            if (number >= isKnown.length || !isKnown[number]) {
                workOut(number);
            }
            return number * width;
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
