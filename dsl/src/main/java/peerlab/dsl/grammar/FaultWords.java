package peerlab.dsl.grammar;

import static peerlab.dsl.grammar.Slot.optional;
import static peerlab.dsl.grammar.Slot.required;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import peerlab.dsl.grammar.Entry.Timing;
import peerlab.engine.base.Bandwidth;
import peerlab.engine.base.Distribution;
import peerlab.engine.base.Ratio;
import peerlab.engine.base.Span;
import peerlab.engine.spec.ActionSpec;
import peerlab.engine.spec.Affected;
import peerlab.engine.spec.Expression;
import peerlab.engine.spec.FaultSpec;
import peerlab.engine.spec.SelectorSpec;

/** What can go wrong in a timeline. Every fault lasts for a window, for a span, or to the end. */
final class FaultWords {

    private static final Slot FOR = optional("for", ValueKind.SPAN, "how long a fault under 'at' lasts");
    static final Slot WHO = required("who", ValueKind.SELECTOR, "who is meant");
    private static final Slot CHANCE = required("chance", ValueKind.RATIO, "how likely, for each message");

    private FaultWords() {
    }

    static List<Entry<ActionSpec>> all() {
        List<Entry<ActionSpec>> all = new ArrayList<>(PeerFaultWords.all());
        all.addAll(ofMessages());
        return all;
    }

    private static List<Entry<ActionSpec>> ofMessages() {
        return List.of(
                ofMessages("drop", "messages are lost by chance", List.of(CHANCE,
                        optional("bursts", ValueKind.SPAN,
                                "the mean length of a bad time; outside of those nothing is lost"),
                        optional("within", ValueKind.RATIO,
                                "the share that is lost in a bad time; all where nothing is said")),
                        given -> new FaultSpec.Drop(affected(given), chance(given),
                                given.find("bursts", Span.class), given.find("within", Ratio.class))),
                ofMessages("delay", "messages take longer", List.of(
                        required("by", ValueKind.DISTRIBUTION, "how much longer")),
                        given -> new FaultSpec.Delay(affected(given), given.get("by", Distribution.class))),
                ofMessages("duplicate", "of some messages a copy arrives as well", List.of(CHANCE,
                        optional("by", ValueKind.DISTRIBUTION, "how much later the copy arrives")),
                        given -> new FaultSpec.Duplicate(affected(given), chance(given), by(given))),
                ofMessages("reorder", "others overtake some messages", List.of(CHANCE,
                        optional("by", ValueKind.DISTRIBUTION, "how far they fall behind")),
                        given -> new FaultSpec.Reorder(affected(given), chance(given), by(given))),
                ofMessages("corrupt", "some messages change on their way", List.of(CHANCE,
                        optional("delivered", ValueKind.FLAG,
                                "whether the receiver takes it for what was sent; else it drops it")),
                        given -> new FaultSpec.Corrupt(affected(given), chance(given),
                                given.find("delivered", Boolean.class).orElse(false))),
                fault("throttle", "the lines of peers carry no more than this, up and down", WHO,
                        List.of(required("to", ValueKind.BANDWIDTH, "what they carry")),
                        given -> new FaultSpec.Throttle(who(given), given.get("to", Bandwidth.class))));
    }

    private static Ratio chance(Given given) {
        return given.get("chance", Ratio.class);
    }

    private static Optional<Distribution> by(Given given) {
        return given.find("by", Distribution.class);
    }

    static Entry<ActionSpec> fault(
            String word, String summary, Slot argument, List<Slot> options,
            Function<Given, FaultSpec> meaning) {
        List<Slot> all = new ArrayList<>(options);
        all.add(FOR);
        all.add(Actions.AS);
        return new Entry<>(word, summary, Optional.of(argument), all, Timing.HELD,
                given -> new ActionSpec.Inject(meaning.apply(given), given.find("for", Span.class)));
    }

    /** A fault of the messages that some peers send. */
    private static Entry<ActionSpec> ofMessages(
            String word, String summary, List<Slot> options, Function<Given, FaultSpec> meaning) {
        List<Slot> all = new ArrayList<>(options);
        all.add(optional("to", ValueKind.SELECTOR, "only messages to these peers"));
        all.add(optional("type", ValueKind.MESSAGE, "only messages of this type"));
        all.add(optional("when", ValueKind.CONDITION_OF_PEER,
                "only while this holds, for the run or for the sender"));
        return fault(word, summary, required("who", ValueKind.SELECTOR, "who sends the messages"), all,
                meaning);
    }

    static SelectorSpec who(Given given) {
        return given.get("who", SelectorSpec.class);
    }

    private static Affected affected(Given given) {
        return new Affected(who(given), given.find("to", SelectorSpec.class),
                given.find("type", String.class), given.find("when", Expression.class));
    }
}
