package peerlab.dsl.grammar;

import static peerlab.dsl.grammar.Slot.choice;
import static peerlab.dsl.grammar.Slot.optional;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import peerlab.engine.base.Distribution;
import peerlab.engine.base.Ratio;
import peerlab.engine.base.Span;
import peerlab.engine.protocol.Misbehaviour;
import peerlab.engine.protocol.ProtocolProvider;
import peerlab.engine.protocol.Protocols;
import peerlab.engine.spec.ActionSpec;
import peerlab.engine.spec.FaultSpec;
import peerlab.engine.spec.SelectorSpec;

/** How peers can be said not to keep to their protocol. */
public final class ByzantineWords {

    /** The verb. */
    public static final String BYZANTINE = "byzantine";
    /** The option that says how. */
    public static final String BEHAVIOUR = "behaviour";

    private ByzantineWords() {
    }

    /** Every behaviour that some protocol knows, those of all protocols first. */
    public static List<String> behaviours(Protocols protocols) {
        Set<String> names = new LinkedHashSet<>();
        Misbehaviour.OF_ALL.forEach(each -> names.add(each.name()));
        for (ProtocolProvider protocol : protocols.all()) {
            protocol.misbehaviours().forEach(each -> names.add(each.name()));
        }
        return List.copyOf(names);
    }

    static Entry<ActionSpec> entry(Protocols protocols) {
        Slot behaviour = new Slot(BEHAVIOUR, ValueKind.NAME, true, Long.MIN_VALUE, Long.MAX_VALUE,
                behaviours(protocols), "how they behave, or a class of one's own from --with PATH");
        List<Slot> options = new ArrayList<>(List.of(
                behaviour,
                optional(Misbehaviour.CHANCE, ValueKind.RATIO, "how likely, for each message; else always"),
                optional(Misbehaviour.BY, ValueKind.DISTRIBUTION, "how much later; who delays, 500 ms where"
                        + " nothing is said, who replays, 1 s"),
                optional(Misbehaviour.EVERY, ValueKind.SPAN, "the pause between one message and the next;"
                        + " who floods, 10 ms where nothing is said"),
                optional(Misbehaviour.VICTIM, ValueKind.SELECTOR, "against whom; else against everybody"),
                optional(Misbehaviour.TARGET, ValueKind.NAME, "the key that it is about; else all of them"),
                choice(Misbehaviour.TOWARDS, List.of("far", "dead", "random"),
                        "where they lead others; random where nothing is said"),
                optional(Misbehaviour.TYPE, ValueKind.NAME, "only messages of this type")));
        return FaultWords.fault(BYZANTINE, "peers do not keep to their protocol", FaultWords.WHO, options,
                ByzantineWords::spec);
    }

    private static FaultSpec spec(Given given) {
        return new FaultSpec.Byzantine(
                given.get("who", SelectorSpec.class),
                given.get(BEHAVIOUR, String.class),
                given.find(Misbehaviour.CHANCE, Ratio.class),
                given.find(Misbehaviour.BY, Distribution.class),
                given.find(Misbehaviour.EVERY, Span.class),
                given.find(Misbehaviour.VICTIM, SelectorSpec.class),
                given.find(Misbehaviour.TARGET, String.class),
                given.find(Misbehaviour.TOWARDS, String.class),
                given.find(Misbehaviour.TYPE, String.class));
    }
}
