package peerlab.dsl.grammar;

import static peerlab.dsl.grammar.Slot.choice;
import static peerlab.dsl.grammar.Slot.optional;
import static peerlab.dsl.grammar.Slot.required;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import peerlab.dsl.grammar.Entry.Timing;
import peerlab.engine.base.Distribution;
import peerlab.engine.base.Ratio;
import peerlab.engine.base.Span;
import peerlab.engine.protocol.Operation;
import peerlab.engine.protocol.Protocols;
import peerlab.engine.spec.ActionSpec;
import peerlab.engine.spec.ActionSpec.Life;
import peerlab.engine.spec.ActionSpec.LifeVerb;
import peerlab.engine.spec.Habits;
import peerlab.engine.spec.KeysSpec;
import peerlab.engine.spec.SelectorSpec;
import peerlab.engine.spec.SizeSpec;

/** What can happen in a timeline. */
final class Actions {

    static final Slot AS = optional("as", ValueKind.NAME,
            "names the moment and those who were chosen");
    private static final Slot EVERY = optional("every", ValueKind.SPAN,
            "the pause between one and the next");

    private Actions() {
    }

    /** The actions of every scenario. */
    static List<Entry<ActionSpec>> all(Protocols protocols) {
        List<Entry<ActionSpec>> all = new ArrayList<>(lives());
        all.addAll(FaultWords.all());
        all.add(ByzantineWords.entry(protocols));
        all.addAll(others());
        return all;
    }

    private static List<Entry<ActionSpec>> lives() {
        return List.of(
                life("join", "peers enter, through others where 'via' says so", LifeVerb.JOIN,
                        List.of(optional("via", ValueKind.SELECTOR, "through whom they enter"), EVERY, AS)),
                life("leave", "peers go in good order", LifeVerb.LEAVE, List.of(EVERY, AS)),
                life("crash", "peers stop without a word", LifeVerb.CRASH, List.of(EVERY, AS)),
                life("restart", "peers that were down come up again", LifeVerb.RESTART, List.of(
                        optional("every", ValueKind.SPAN, "the pause between one and the next; of those"
                                + " meant by name, each time the first that is down then"), AS,
                        choice("storage", List.of("kept", "lost"), "whether they find what they saved"))),
                life("wipe", "peers lose what they saved, up or down", LifeVerb.WIPE, List.of(EVERY, AS)));
    }

    private static List<Entry<ActionSpec>> others() {
        return List.of(
                new Entry<>("heal", "ends a fault early", Optional.of(
                        required("fault", ValueKind.MARK_OR_ALL, "the name of the fault, or all")),
                        List.of(AS), Timing.INSTANT, given -> heal(given)),
                new Entry<>("replay", "asks what somebody recorded, each at its time", Optional.of(
                        required("file", ValueKind.NAME, "a CSV or JSON-lines file")),
                        List.of(optional("from", ValueKind.SELECTOR,
                                "who asks where the file names nobody; else any peer"),
                                optional("every", ValueKind.SPAN,
                                        "the pause between one and the next; else the recorded times"), AS),
                        Timing.TIMED,
                        given -> new ActionSpec.Replay(given.get("file", String.class),
                                given.find("from", SelectorSpec.class), given.find("every", Span.class))),
                new Entry<>("snapshot", "keeps the topology of this instant", Optional.of(
                        required("name", ValueKind.NAME, "the name of the picture")),
                        List.of(AS), Timing.INSTANT,
                        given -> new ActionSpec.Snapshot(given.get("name", String.class))));
    }

    /** An operation that a protocol offers to clients. */
    static Entry<ActionSpec> of(Operation operation) {
        Slot keys = operation.effect() == Operation.Effect.NEITHER
                ? optional("keys", ValueKind.KEYS, "which keys")
                : required("keys", ValueKind.KEYS, "which keys");
        List<Slot> options = new ArrayList<>(List.of(
                optional("from", ValueKind.SELECTOR, "who asks; any peer where nobody is named"),
                optional("every", ValueKind.DISTRIBUTION, "the pause between one and the next"), AS,
                optional("think", ValueKind.DISTRIBUTION,
                        "in a window: each asker waits for its answer, then so long, and asks again")));
        if (operation.effect() == Operation.Effect.READS) {
            options.add(optional("writes", ValueKind.RATIO, "how many of the reads write"));
        }
        if (operation.effect() != Operation.Effect.NEITHER) {
            options.add(optional("size", ValueKind.SIZE, "how large each value is"));
        }
        return new Entry<>(operation.name(), operation.summary(), Optional.of(keys), options,
                Timing.REPEATED,
                given -> new ActionSpec.Operate(
                        operation.name(),
                        given.find("keys", KeysSpec.class),
                        given.find("from", SelectorSpec.class),
                        given.find("every", Distribution.class).filter(Distribution.Fixed.class::isInstance)
                                .map(law -> ((Distribution.Fixed) law).value()),
                        given.find("size", SizeSpec.class).filter(SizeSpec.Fixed.class::isInstance)
                                .map(size -> ((SizeSpec.Fixed) size).size()),
                        Map.of(), habits(given)));
    }

    private static Habits habits(Given given) {
        return new Habits(
                given.find("every", Distribution.class).filter(law -> !(law instanceof Distribution.Fixed)),
                given.find("think", Distribution.class),
                given.find("writes", Ratio.class),
                given.find("size", SizeSpec.class).filter(size -> !(size instanceof SizeSpec.Fixed)));
    }

    private static Entry<ActionSpec> life(String word, String summary, LifeVerb verb, List<Slot> options) {
        return new Entry<>(word, summary, Optional.of(required("who", ValueKind.SELECTOR, "who is meant")),
                options,
                Timing.INSTANT,
                given -> new Life(
                        verb,
                        given.get("who", SelectorSpec.class),
                        given.find("via", SelectorSpec.class),
                        given.find("every", Span.class),
                        !given.find("storage", String.class).orElse("kept").equals("lost")));
    }

    private static ActionSpec heal(Given given) {
        return new ActionSpec.Heal(given.get("fault", Optional.class).map(String.class::cast));
    }
}
