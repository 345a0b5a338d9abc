package peerlab.dsl.grammar;

import static peerlab.dsl.grammar.Slot.choice;
import static peerlab.dsl.grammar.Slot.optional;
import static peerlab.dsl.grammar.Slot.required;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import peerlab.dsl.grammar.Entry.Timing;
import peerlab.engine.base.Ratio;
import peerlab.engine.base.Span;
import peerlab.engine.spec.ActionSpec;
import peerlab.engine.spec.Affected;
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
        return List.of(
                fault("partition", "peers of different sides cannot reach each other",
                        required("sides", ValueKind.SIDES, "one side against the rest, or a list of sides"),
                        List.of(
                                optional("oneWay", ValueKind.FLAG,
                                        "only messages from the first side are lost"),
                                optional("bridge", ValueKind.SELECTOR,
                                        "a peer that still reaches everybody")),
                        given -> new FaultSpec.Partition(
                                sides(given),
                                given.find("oneWay", Boolean.class).orElse(false),
                                given.find("bridge", SelectorSpec.class))),
                fault("isolate", "peers are cut off from everybody", WHO,
                        List.of(choice("direction", List.of("in", "out", "both"),
                                "which way nothing gets through; both where nothing is said")),
                        given -> new FaultSpec.Isolate(who(given), direction(given))),
                fault("pause", "peers are up but do nothing, and then everything at once", WHO, List.of(),
                        given -> new FaultSpec.Pause(who(given))),
                ofMessages("drop", "messages are lost by chance", List.of(CHANCE),
                        given -> new FaultSpec.Drop(affected(given), given.get("chance", Ratio.class))));
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
        all.add(optional("type", ValueKind.NAME, "only messages of this type"));
        return fault(word, summary, required("who", ValueKind.SELECTOR, "who sends the messages"), all,
                meaning);
    }

    private static SelectorSpec who(Given given) {
        return given.get("who", SelectorSpec.class);
    }

    private static Affected affected(Given given) {
        return new Affected(who(given), given.find("to", SelectorSpec.class),
                given.find("type", String.class));
    }

    private static List<SelectorSpec> sides(Given given) {
        return given.get("sides", List.class).stream().map(SelectorSpec.class::cast).toList();
    }

    private static FaultSpec.Direction direction(Given given) {
        return given.find("direction", String.class)
                .map(word -> FaultSpec.Direction.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(FaultSpec.Direction.BOTH);
    }
}
