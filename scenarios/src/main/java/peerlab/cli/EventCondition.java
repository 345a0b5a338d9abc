package peerlab.cli;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import peerlab.dsl.diagnostic.Diagnostic;
import peerlab.dsl.diagnostic.Renderer;
import peerlab.dsl.diagnostic.Source;
import peerlab.dsl.diagnostic.Suggestion;
import peerlab.dsl.grammar.Slot;
import peerlab.dsl.grammar.Value;
import peerlab.dsl.grammar.ValueKind;
import peerlab.dsl.value.Complaint;
import peerlab.dsl.value.Scope;
import peerlab.dsl.value.Shown;
import peerlab.dsl.value.ValueReader;
import peerlab.engine.base.PeerId;
import peerlab.engine.base.SimTime;
import peerlab.engine.base.SourcePlace;
import peerlab.engine.base.Span;
import peerlab.engine.check.PeerCondition;
import peerlab.engine.observe.MetricCatalog;
import peerlab.engine.observe.View.PeerView;
import peerlab.engine.spec.Expression;
import peerlab.engine.trace.TraceLine;

/**
 * A condition of the language over one event: its names are the fields of the event and of the message, timer
 * or step in it. It does not hold for an event without a field that it names.
 */
final class EventCondition {

    private static final String OPTION = "--where";

    private final Set<String> names = new LinkedHashSet<>();
    private final PeerCondition condition;
    private final Set<String> seen = new LinkedHashSet<>();
    private Map<String, Object> values = Map.of();

    private EventCondition(Expression expression) {
        collect(expression);
        this.condition = new PeerCondition(expression, null);
    }

    /** @throws WrongUse with carets under what cannot be read */
    static EventCondition of(String text, boolean isColoured) {
        SourcePlace place = new SourcePlace(OPTION, 1, 1, Math.max(1, text.length()));
        Slot slot = Slot.required("where", ValueKind.CONDITION_OF_PEER, "which events");
        Shown nothing = new Shown(new MetricCatalog(List.of()), List.of(), List.of());
        try {
            return new EventCondition((Expression) new ValueReader(new NoNames(), nothing)
                    .read(slot, new Value.Written(text, false, place, Map.of())));
        } catch (Complaint complaint) {
            throw refusal(complaint.diagnostics().get(0), text, isColoured);
        }
    }

    /** A dotted name is taken for a metric, of which an event has none. */
    private static WrongUse refusal(Diagnostic wrong, String text, boolean isColoured) {
        Diagnostic meant = wrong.message().startsWith("unknown metric")
                ? noField(wrong.place()).diagnostics().get(0) : wrong;
        String shown = new Renderer(Map.of(OPTION, new Source(OPTION, text)), isColoured)
                .render(List.of(meant)).strip();
        List<String> lines = shown.lines().filter(line -> !line.endsWith("nothing was run")).toList();
        return new WrongUse(String.join("\n", lines).strip(), Optional.empty());
    }

    private static Complaint noField(SourcePlace place) {
        return new Complaint(place, "this is no field of an event", "fields are plain words: bytes > 500");
    }

    boolean holds(TraceLine line) {
        values = values(line);
        if (seen.size() < names.size()) {
            names.stream().filter(values::containsKey).forEach(seen::add);
        }
        return condition.holds(new Fields(), line.time().nanos());
    }

    /** What to say where nothing was meant: a name that no event had. */
    Optional<String> unknownName(Set<String> known) {
        return names.stream().filter(name -> !seen.contains(name)).findFirst()
                .map(name -> "no event has a field '" + name + "'; "
                        + Suggestion.remedy(name, List.copyOf(known),
                                "there are " + String.join(", ", known)));
    }

    /** The names by which an event's values can be asked for; times and spans are as in a scenario. */
    static Map<String, Object> values(TraceLine line) {
        Map<String, Object> values = new LinkedHashMap<>(line.fields());
        line.values().forEach((name, value) -> {
            if (!name.equals("fields")) {
                values.put(name, value);
            }
        });
        line.whole("latency").ifPresent(nanos -> values.put("latency", new Span(Math.max(0, nanos))));
        values.put("kind", line.kind());
        values.put("time", new SimTime(line.time().nanos()));
        return values;
    }

    private void collect(Expression part) {
        if (part instanceof Expression.PeerValue value) {
            names.add(value.name());
        } else if (part instanceof Expression.Comparison comparison) {
            collect(comparison.left());
            collect(comparison.right());
        } else if (part instanceof Expression.Arithmetic arithmetic) {
            collect(arithmetic.left());
            collect(arithmetic.right());
        } else if (part instanceof Expression.Logic logic) {
            collect(logic.left());
            collect(logic.right());
        } else if (part instanceof Expression.Not not) {
            collect(not.operand());
        } else if (!(part instanceof Expression.Constant || part instanceof Expression.Text)) {
            throw noField(part.place());
        }
    }

    /** The event at hand, as a condition about one thing asks for it. */
    private final class Fields implements PeerView {

        @Override
        public Map<String, Object> values() {
            return values;
        }

        @Override
        public PeerId id() {
            return PeerId.of(0);
        }

        @Override
        public String group() {
            return "";
        }

        @Override
        public String protocol() {
            return "";
        }

        @Override
        public boolean isUp() {
            return true;
        }

        @Override
        public boolean hasBegun() {
            return true;
        }

        @Override
        public SimTime since() {
            return SimTime.ZERO;
        }

        @Override
        public List<PeerId> neighbours() {
            return List.of();
        }
    }

    /** There are no parameters, peers or marks that a condition over events could name. */
    private static final class NoNames implements Scope {

        @Override
        public Optional<Object> param(String name) {
            return Optional.empty();
        }

        @Override
        public List<String> params() {
            return List.of();
        }

        @Override
        public void requirePeers(String name, SourcePlace place) {
            throw new Complaint(place, "no peers can be named here", null);
        }

        @Override
        public void requirePeer(String name, SourcePlace place) {
            throw new Complaint(place, "no peer can be named here", null);
        }

        @Override
        public void requireMark(String name, SourcePlace place) {
            throw new Complaint(place, "no step can be named here", null);
        }

        @Override
        public void requirePlaces(SourcePlace place) {
            throw new Complaint(place, "no places can be named here", null);
        }

        @Override
        public int numberedPeers() {
            return 0;
        }
    }
}
