package peerlab.dsl.expand;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import peerlab.dsl.diagnostic.Diagnostics;
import peerlab.dsl.diagnostic.Suggestion;
import peerlab.dsl.grammar.Phrase;
import peerlab.dsl.grammar.Spelling;
import peerlab.dsl.grammar.Value;
import peerlab.dsl.value.Complaint;
import peerlab.dsl.value.Scope;
import peerlab.dsl.value.Shown;
import peerlab.dsl.value.ValueReader;
import peerlab.engine.base.SourcePlace;

/** The parameters of a scenario: declared in files, later ones win, and those that the command line sets. */
public final class Params {

    private final Map<String, String> set;
    private final Diagnostics diagnostics;
    private final Map<String, Phrase.Option> declared = new LinkedHashMap<>();
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<String, Complaint> broken = new LinkedHashMap<>();
    private final Set<String> used = new LinkedHashSet<>();

    public Params(Map<String, String> set, Diagnostics diagnostics) {
        this.set = set;
        this.diagnostics = diagnostics;
    }

    void declare(Phrase params) {
        boolean isForm = params.arguments().isEmpty() && params.body().isEmpty();
        if (!isForm) {
            diagnostics.error(params.place(), "'params' needs names with values",
                    Spelling.of(params.place()) == Spelling.GROOVY ? "write params n: 64"
                            : "write params: { n: 64 }");
        }
        for (Phrase.Option option : params.options()) {
            Phrase.Option before = declared.get(option.name());
            if (!option.name().matches("[A-Za-z_][A-Za-z0-9_]*")) {
                diagnostics.error(option.place(), "'" + option.name() + "' cannot name a parameter",
                        "use letters and digits, a letter first");
            } else if (before != null && before.place().file().equals(option.place().file())) {
                diagnostics.error(option.place(), "parameter '" + option.name() + "' is declared twice",
                        "keep one of them");
            } else {
                declared.put(option.name(), option);
                evaluate(option);
            }
        }
    }

    private void evaluate(Phrase.Option option) {
        String name = option.name();
        broken.remove(name);
        try {
            Object initial = reader().anything(name, option.value());
            values.put(name, set.containsKey(name) ? given(option, initial) : initial);
        } catch (Complaint complaint) {
            values.remove(name);
            broken.put(name, complaint);
        }
    }

    /** What the command line sets, of the kind of the default. */
    private Object given(Phrase.Option option, Object initial) {
        String text = set.get(option.name());
        if (initial instanceof String) {
            return text;
        }
        String remedy = "its default is " + initial + ": give it a value of that kind";
        Object value;
        try {
            SourcePlace typed = new SourcePlace("--set", 0, 0, 0);
            value = reader().anything(option.name(), new Value.Written(text, false, typed, Map.of()));
        } catch (Complaint unreadable) {
            value = null;
        }
        if (initial instanceof Double && value instanceof Long whole) {
            return (double) whole;
        }
        if (value == null || value.getClass() != initial.getClass()) {
            throw new Complaint(option.place(), "--set " + option.name() + "=" + text + " does not fit",
                    remedy);
        }
        return value;
    }

    /** Reads values that may name parameters and nothing else. */
    ValueReader reader() {
        Shown nothing = new Shown(new peerlab.engine.observe.MetricCatalog(List.of()), List.of(), List.of());
        return new ValueReader(new Declared(), nothing);
    }

    /**
     * Works all of them out once more, each with the last word on the others, and says what is wrong with
     * them.
     */
    void settle(String file) {
        List.copyOf(declared.values()).forEach(this::evaluate);
        broken.values().forEach(complaint -> complaint.diagnostics().forEach(diagnostics::add));
        for (String name : set.keySet()) {
            if (!declared.containsKey(name)) {
                String others = declared.isEmpty() ? "the scenario declares none"
                        : "parameters: " + String.join(", ", declared.keySet());
                diagnostics.error(new SourcePlace(file, 0, 0, 0), "no parameter '" + name + "' to set",
                        Suggestion.remedy(name, declared.keySet(), others));
            }
        }
    }

    /** Warns of those that nothing asked for. */
    public void warnOfUnused() {
        for (Phrase.Option option : declared.values()) {
            if (!used.contains(option.name())) {
                diagnostics.warning(option.place(), "parameter '" + option.name() + "' is never used",
                        "leave it out");
            }
        }
    }

    /** The value of a parameter; what is wrong with its declaration comes as a complaint. */
    public Optional<Object> value(String name) {
        used.add(name);
        if (broken.containsKey(name)) {
            throw broken.get(name);
        }
        return Optional.ofNullable(values.get(name));
    }

    /** All of them in the order of the file. */
    public Map<String, Object> values() {
        Map<String, Object> ordered = new LinkedHashMap<>();
        declared.keySet().stream().filter(values::containsKey)
                .forEach(name -> ordered.put(name, values.get(name)));
        return ordered;
    }

    public List<String> names() {
        return new ArrayList<>(declared.keySet());
    }

    /** Only parameters can be named where parameters are declared. */
    private final class Declared implements Scope {
        @Override
        public Optional<Object> param(String name) {
            return value(name);
        }

        @Override
        public List<String> params() {
            return names();
        }

        @Override
        public void requirePeers(String name, SourcePlace place) {
            // a parameter names nobody
        }

        @Override
        public void requireMark(String name, SourcePlace place) {
            // a parameter marks nothing
        }

        @Override
        public int numberedPeers() {
            return 0;
        }
    }
}
