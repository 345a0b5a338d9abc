package peerlab.dsl.value;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import peerlab.dsl.diagnostic.Suggestion;
import peerlab.dsl.grammar.Slot;
import peerlab.dsl.grammar.Value;

/** Reads a value as the kind that is due, or complains with the place and the remedy. */
public final class ValueReader {

    private final Scope scope;
    private final Shown shown;

    public ValueReader(Scope scope, Shown shown) {
        this.scope = scope;
        this.shown = shown;
    }

    /** The value as the Java type that the slot's kind names. */
    public Object read(Slot slot, Value value) {
        Site site = Site.of(slot.name(), value, scope);
        switch (slot.kind()) {
            case SPAN:
                return new QuantityReader(site).span();
            case TIME:
                return new QuantityReader(site).time();
            case WINDOW:
                return new TimeReader(site, scope).window();
            case MOMENT:
                return new TimeReader(site, scope).moment();
            case RATIO:
                return new QuantityReader(site).part();
            case BYTES:
                return new QuantityReader(site).bytes();
            case SIZE:
                return new SizeReader(site).sizes();
            case BANDWIDTH:
                return new QuantityReader(site).bandwidth();
            case INTEGER:
                return new QuantityReader(site).integer(slot.least(), slot.most());
            case SEEDS:
                return new SeveralReader(site, this).seeds();
            case NUMBER:
                return new QuantityReader(site).number();
            case FLAG:
                return new WordReader(site).flag();
            case NAME:
                return new WordReader(site).name();
            case MESSAGE:
                return message(site);
            case WORD:
                return slot.choices().isEmpty() ? new WordReader(site).name()
                        : new WordReader(site).choice(slot.choices());
            case DISTRIBUTION:
                return new DistributionReader(site).distribution();
            case JITTER:
                return new NetworkReader(site, scope, this).jitter();
            case POPULATION:
                return new NetworkReader(site, scope, this).population();
            case OFFSET:
                return new ClockReader(site).offsets();
            case DRIFT:
                return new ClockReader(site).drifts();
            case SELECTOR:
                return new SelectorReader(site, scope, this).selector();
            case SIDES:
                return new SelectorReader(site, scope, this).sides();
            case KEYS:
                return new KeysReader(site).keys();
            case MARK_OR_ALL:
                return markOrAll(site);
            case CONDITION_OF_PEER:
                return conditionsOverOnePeer(site).condition();
            default:
                return new ConditionReader(site, shown, false).condition();
        }
    }

    /** The value of a parameter, of whatever kind it is. */
    public Object anything(String name, Value value) {
        return new WordReader(Site.of(name, value, scope)).anything();
    }

    /** The laws that a time may follow, each with the names of its parameters, once for each of its forms. */
    public static Map<String, List<List<String>>> laws() {
        return DistributionReader.laws();
    }

    /** True for a parameter of a law that is a plain number, and no time. */
    public static boolean isNumberOfLaw(String parameter) {
        return DistributionReader.NUMBERS.contains(parameter);
    }

    /** The values that a parameter has one after another; at least one. */
    public List<Object> several(String name, Value value) {
        return new SeveralReader(Site.of(name, value, scope), this).values();
    }

    ConditionReader conditionsOverOnePeer(Site site) {
        return new ConditionReader(site, shown, true);
    }

    /** Where the protocols do not say which messages they have, any name may be that of one. */
    private String message(Site site) {
        String type = new WordReader(site).name();
        if (!shown.messages().isEmpty() && !shown.messages().contains(type)) {
            throw new Complaint(site.place(), "unknown message '" + type + "'",
                    Suggestion.remedy(type, shown.messages(),
                            "there are " + String.join(", ", shown.messages())));
        }
        return type;
    }

    private Optional<String> markOrAll(Site site) {
        boolean isAll = !site.isQuoted() && site.text().filter(text -> text.words().equals("all"))
                .isPresent();
        if (isAll) {
            return Optional.empty();
        }
        String mark = new WordReader(site).name();
        scope.requireMark(mark, site.place());
        return Optional.of(mark);
    }
}
