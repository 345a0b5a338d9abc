package peerlab.dsl.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import peerlab.dsl.diagnostic.Diagnostics;
import peerlab.dsl.diagnostic.Suggestion;
import peerlab.dsl.grammar.ByzantineWords;
import peerlab.dsl.grammar.Entry;
import peerlab.dsl.grammar.Given;
import peerlab.dsl.grammar.Phrase;
import peerlab.dsl.grammar.Slot;
import peerlab.dsl.grammar.Spelling;
import peerlab.dsl.use.Classes;
import peerlab.engine.base.SourcePlace;
import peerlab.engine.base.Span;
import peerlab.engine.protocol.Behaviour;
import peerlab.engine.protocol.Message;
import peerlab.engine.protocol.Misbehaviour;
import peerlab.engine.protocol.ProtocolProvider;
import peerlab.engine.spec.GroupSpec;
import peerlab.engine.spec.SelectorSpec;

/**
 * Holds {@code byzantine} to what the protocols of those who are meant can be made to do, and to the options
 * that mean something for it.
 */
final class ByzantineChecks {

    private static final Span OFTEN = Span.millis(10);

    private final List<GroupSpec> groups;
    private final BroughtClass brought;
    private final Classes classes;
    private final StatementReader reader;
    private final Diagnostics diagnostics;

    ByzantineChecks(List<GroupSpec> groups, Classes classes, StatementReader reader,
            Diagnostics diagnostics) {
        this.groups = groups;
        this.brought = new BroughtClass(classes, diagnostics);
        this.classes = classes;
        this.reader = reader;
        this.diagnostics = diagnostics;
    }

    /**
     * Whether a step is right; what is wrong has been said.
     *
     * @param protocols those of the scenario; none where a group is wrong
     */
    boolean isRight(Entry<?> entry, Phrase phrase, Given given, List<ProtocolProvider> protocols) {
        if (protocols.isEmpty()) {
            return true;
        }
        List<ProtocolProvider> meant = meant(given.get("who", SelectorSpec.class), protocols);
        String name = given.get(ByzantineWords.BEHAVIOUR, String.class);
        Map<String, Misbehaviour> offered = new LinkedHashMap<>();
        Misbehaviour.OF_ALL.forEach(each -> offered.put(each.name(), each));
        meant.forEach(protocol -> protocol.misbehaviours()
                .forEach(each -> offered.putIfAbsent(each.name(), each)));
        SourcePlace place = reader.placeOf(phrase, ByzantineWords.BEHAVIOUR);
        Misbehaviour behaviour = offered.get(name);
        boolean isRight = behaviour != null ? hasItsOptions(entry, phrase, given, behaviour)
                : isClass(name) ? isBehaviour(name, place)
                : isUnknown(entry, name, offered, meant, place);
        return isRight & isTypeKnown(phrase, given, meant);
    }

    /** The protocols of those who are meant: of one group where it is named, else all of them. */
    private List<ProtocolProvider> meant(SelectorSpec who, List<ProtocolProvider> protocols) {
        SelectorSpec widest = who;
        while (!(widest instanceof SelectorSpec.Named)) {
            if (widest instanceof SelectorSpec.Some some) {
                widest = some.of();
            } else if (widest instanceof SelectorSpec.Share share) {
                widest = share.of();
            } else if (widest instanceof SelectorSpec.Except except) {
                widest = except.of();
            } else {
                return protocols;
            }
        }
        String named = ((SelectorSpec.Named) widest).name();
        Optional<String> protocol = groups.stream()
                .filter(group -> named.equals(group.name())
                        || named.matches(Pattern.quote(group.name()) + "[1-9][0-9]*"))
                .map(GroupSpec::protocol).findFirst();
        return protocol.isEmpty() ? protocols
                : protocols.stream().filter(each -> each.name().equals(protocol.get())).toList();
    }

    private boolean isClass(String name) {
        return name.contains(".") || classes.names().contains(name);
    }

    private boolean isBehaviour(String name, SourcePlace place) {
        return brought.named(name, place)
                .filter(type -> brought.isFit(type, Behaviour.class, "be a behaviour", place)).isPresent();
    }

    private boolean isUnknown(Entry<?> entry, String name, Map<String, Misbehaviour> offered,
            List<ProtocolProvider> meant, SourcePlace place) {
        String who = String.join(" and ", meant.stream().map(ProtocolProvider::name).toList());
        List<String> known = entry.option(ByzantineWords.BEHAVIOUR).map(Slot::choices).orElse(List.of());
        String names = String.join(", ", offered.keySet());
        if (known.contains(name)) {
            diagnostics.error(place, "the behaviour '" + name + "' is not offered by " + who,
                    (meant.size() == 1 ? "it offers " : "they offer ") + names);
        } else {
            diagnostics.error(place, "unknown behaviour '" + name + "'",
                    Suggestion.remedy(name, offered.keySet(), "there are " + names
                            + ", or name a class: 'student.MyLie'"));
        }
        return false;
    }

    private boolean hasItsOptions(Entry<?> entry, Phrase phrase, Given given, Misbehaviour behaviour) {
        boolean isRight = true;
        Spelling spelling = Spelling.of(phrase.place());
        for (String option : Misbehaviour.ALL_OPTIONS) {
            boolean isGiven = given.find(option, Object.class).isPresent();
            if (isGiven && !behaviour.takes().contains(option)) {
                diagnostics.error(reader.placeOf(phrase, option),
                        "'" + behaviour.name() + "' takes no '" + option + "'",
                        "it takes " + String.join(", ", behaviour.takes()));
                isRight = false;
            } else if (!isGiven && behaviour.needs().contains(option)) {
                Slot slot = entry.option(option).orElseThrow();
                String example = option.equals(Misbehaviour.EVERY) ? spelling.span(OFTEN)
                        : Examples.of(slot, spelling);
                diagnostics.error(reader.placeOf(phrase, ByzantineWords.BEHAVIOUR),
                        "'" + behaviour.name() + "' needs '" + option + "'",
                        "write " + spelling.option(option, example) + ", " + slot.summary());
                isRight = false;
            }
        }
        return isRight;
    }

    private boolean isTypeKnown(Phrase phrase, Given given, List<ProtocolProvider> meant) {
        Optional<String> type = given.find(Misbehaviour.TYPE, String.class);
        List<String> types = new ArrayList<>();
        for (ProtocolProvider protocol : meant) {
            for (Class<? extends Message> message : protocol.messages()) {
                types.add(message.getSimpleName());
            }
        }
        boolean isKnown = type.isEmpty() || types.isEmpty() || types.contains(type.get());
        if (!isKnown) {
            diagnostics.error(reader.placeOf(phrase, Misbehaviour.TYPE),
                    "no message is of the type '" + type.get() + "'",
                    Suggestion.remedy(type.get(), types, "there are " + String.join(", ", types)));
        }
        return isKnown;
    }
}
