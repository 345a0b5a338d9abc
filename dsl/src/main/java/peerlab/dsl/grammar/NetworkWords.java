package peerlab.dsl.grammar;

import static peerlab.dsl.grammar.Slot.choice;
import static peerlab.dsl.grammar.Slot.oneOf;
import static peerlab.dsl.grammar.Slot.optional;
import static peerlab.dsl.grammar.Slot.required;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import peerlab.dsl.grammar.Entry.Timing;
import peerlab.engine.spec.NetworkProfiles;

/** What a network does to every message, before anything goes wrong. */
public final class NetworkWords {

    /** No handshake takes more round trips. */
    private static final long MOST_ROUND_TRIPS = 100;

    private static final Slot SHARE = required("share", ValueKind.RATIO, "the share of all messages");

    private NetworkWords() {
    }

    /** Those that may be written several times, each for other peers. */
    public static Set<String> repeated() {
        return Set.of("bandwidth");
    }

    static List<Entry<Given>> all() {
        return List.of(
                word("profile", "a network that somebody measured; what is written beside it wins",
                        oneOf("name", NetworkProfiles.names(), "its name; peerlab list profiles shows them")),
                word("latency", "how long a message takes, one way",
                        optional("time", ValueKind.DISTRIBUTION, "a time, or how it varies"),
                        choice("per", List.of("message", "link"),
                                "what draws a time: each message, or each link once for all"),
                        optional("matrix", ValueKind.NAME,
                                "a file with the latencies between any two places"),
                        choice("unit", List.of("us", "ms", "s"),
                                "in what the file counts; ms where it does not say"),
                        optional("roundTrip", ValueKind.FLAG,
                                "whether the file holds round trips, of which half is one way"),
                        choice("coordinates", NetworkProfiles.spaces(),
                                "the distance between places in such a space")),
                word("jitter", "what each message takes beyond the latency",
                        required("time", ValueKind.JITTER,
                                "a time, how it varies, or a share of the latency")),
                word("order", "whether messages of one link may overtake each other",
                        oneOf("order", List.of("any", "fifo"),
                                "any, or as they were sent, with their copies")),
                word("loss", "the share of messages that never arrive", SHARE,
                        optional("bursts", ValueKind.SPAN,
                                "the mean length of a bad time; outside of those nothing is lost"),
                        optional("within", ValueKind.RATIO,
                                "the share that is lost in a bad time; all where nothing is said")),
                word("duplicate", "the share of messages of which a copy arrives as well", SHARE,
                        optional("by", ValueKind.DISTRIBUTION, "how much later the copy arrives")),
                word("reorder", "the share of messages that others overtake", SHARE,
                        optional("by", ValueKind.DISTRIBUTION, "how far they fall behind")),
                word("corrupt", "the share of messages that change on their way", SHARE,
                        optional("delivered", ValueKind.FLAG,
                                "whether the receiver takes it for what was sent; else it drops it")),
                word("bandwidth", "what the lines of peers carry; what comes while they are busy waits",
                        optional("rate", ValueKind.BANDWIDTH, "both ways"),
                        optional("up", ValueKind.BANDWIDTH, "what they can send"),
                        optional("down", ValueKind.BANDWIDTH, "what they can receive"),
                        optional("queue", ValueKind.BYTES,
                                "how much may wait for either line; what comes on top is lost"),
                        optional("on", ValueKind.SELECTOR, "whose lines; everybody's where nobody is named")),
                word("connections", "peers connect before they exchange messages", null,
                        required("setup", ValueKind.INTEGER, "how many round trips that takes")
                                .between(0, MOST_ROUND_TRIPS),
                        optional("idle", ValueKind.SPAN,
                                "after what time without a message a connection is closed")),
                word("nat", "peers who are reached by nobody but those whom they have called",
                        required("who", ValueKind.SELECTOR, "who is meant"),
                        optional("mapping", ValueKind.SPAN,
                                "how long after its last message somebody can answer; 2 min")),
                further("regions", "parts of the world, each with those who live there",
                        required("region", ValueKind.POPULATION,
                                "a share, a number of peers, or who they are")),
                further("between", "how long a message takes from region to region: 'eu us', 'us to asia'",
                        required("regions", ValueKind.DISTRIBUTION, "a time, or how it varies")));
    }

    private static Entry<Given> word(String word, String summary, Slot argument, Slot... options) {
        return new Entry<>(word, summary, Optional.ofNullable(argument), List.of(options), Timing.NONE,
                Function.identity());
    }

    private static Entry<Given> further(String word, String summary, Slot further) {
        return new Entry<>(word, summary, Optional.empty(), List.of(), Optional.of(further), Timing.NONE,
                Function.identity());
    }
}
