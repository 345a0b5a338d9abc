package peerlab.dsl.grammar;

import static peerlab.dsl.grammar.FaultWords.WHO;
import static peerlab.dsl.grammar.FaultWords.fault;
import static peerlab.dsl.grammar.FaultWords.who;
import static peerlab.dsl.grammar.Slot.choice;
import static peerlab.dsl.grammar.Slot.optional;
import static peerlab.dsl.grammar.Slot.required;

import java.util.List;
import java.util.Locale;

import peerlab.engine.base.Distribution;
import peerlab.engine.base.Drift;
import peerlab.engine.base.Offset;
import peerlab.engine.base.Ratio;
import peerlab.engine.profile.ChurnProfile;
import peerlab.engine.spec.ActionSpec;
import peerlab.engine.spec.Between;
import peerlab.engine.spec.FaultSpec;
import peerlab.engine.spec.Lives;
import peerlab.engine.spec.SelectorSpec;

/** What can go wrong with peers, and between groups of them. */
final class PeerFaultWords {

    private PeerFaultWords() {
    }

    static List<Entry<ActionSpec>> all() {
        return List.of(
                fault("partition", "peers of different sides cannot reach each other",
                        required("sides", ValueKind.SIDES,
                                "one side against the rest, halves, or a list of sides"),
                        List.of(
                                optional("oneWay", ValueKind.FLAG,
                                        "only messages from the first side are lost"),
                                optional("bridge", ValueKind.SELECTOR,
                                        "a peer that still reaches everybody"),
                                optional("flapping", ValueKind.DISTRIBUTION,
                                        "it lasts so long, is gone so long, and so on")),
                        PeerFaultWords::partition),
                fault("isolate", "peers are cut off from everybody", WHO,
                        List.of(choice("direction", List.of("in", "out", "both"),
                                "which way nothing gets through; both where nothing is said")),
                        given -> new FaultSpec.Isolate(who(given), direction(given))),
                fault("pause", "peers are up but do nothing, and then everything at once", WHO, List.of(),
                        given -> new FaultSpec.Pause(who(given))),
                fault("slow", "peers take in each message, timer and request later, in order", WHO,
                        List.of(required("by", ValueKind.DISTRIBUTION, "how much later")),
                        given -> new FaultSpec.Slow(who(given), given.get("by", Distribution.class))),
                fault("skew", "the clocks of peers are wrong, each by its own draw where a range is given",
                        WHO, List.of(
                                optional("by", ValueKind.OFFSET, "how far ahead or, negative, behind"),
                                optional("drift", ValueKind.DRIFT,
                                        "how much too fast or, negative, too slow")),
                        PeerFaultWords::skew),
                fault("churn", "peers come and go", WHO, lives(), PeerFaultWords::churn));
    }

    private static FaultSpec partition(Given given) {
        List<SelectorSpec> sides = given.get("sides", List.class).stream().map(SelectorSpec.class::cast)
                .toList();
        return new FaultSpec.Partition(sides, given.find("oneWay", Boolean.class).orElse(false),
                given.find("bridge", SelectorSpec.class), given.find("flapping", Distribution.class));
    }

    private static FaultSpec.Direction direction(Given given) {
        return given.find("direction", String.class)
                .map(word -> FaultSpec.Direction.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(FaultSpec.Direction.BOTH);
    }

    @SuppressWarnings("unchecked")
    private static FaultSpec skew(Given given) {
        return new FaultSpec.Skew(who(given),
                given.find("by", Between.class).orElse(Between.just(Offset.NONE)),
                given.find("drift", Between.class).orElse(Between.just(Drift.NONE)));
    }

    private static List<Slot> lives() {
        return List.of(
                optional("sessions", ValueKind.DISTRIBUTION, "how long a peer stays"),
                optional("downtime", ValueKind.DISTRIBUTION, "how long it stays away"),
                optional("up", ValueKind.RATIO,
                        "the share that is up in the long run, in the place of 'downtime'"),
                optional("first", ValueKind.DISTRIBUTION,
                        "how long a peer stays that has never been up before"),
                choice("profile", ChurnProfile.names(), "sessions and downtimes as somebody measured them"),
                optional("mean", ValueKind.SPAN,
                        "how long the transient peers of profile three-classes stay on average"),
                optional("trace", ValueKind.NAME, "a CSV file with lines of time,peer,up or down"),
                optional("via", ValueKind.SELECTOR, "through whom they come back; else any peer that is up"),
                optional("graceful", ValueKind.RATIO, "how many of those who go leave in good order"),
                choice("storage", List.of("kept", "lost"), "whether who crashed finds what it saved"),
                choice("start", List.of("steady", "up"),
                        "whether some are away at once, as in the long run, or all are up at first"));
    }

    /** The lives themselves are put together from several options before: see {@code ChurnCompiler}. */
    private static FaultSpec churn(Given given) {
        return new FaultSpec.Churn(who(given), given.get("lives", Lives.class),
                given.find("via", SelectorSpec.class),
                given.find("graceful", Ratio.class).orElse(Ratio.NONE),
                !given.find("storage", String.class).orElse("kept").equals("lost"),
                !given.find("start", String.class).orElse("steady").equals("up"));
    }
}
