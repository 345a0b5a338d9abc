package peerlab.dsl.expand;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import peerlab.dsl.diagnostic.Diagnostics;
import peerlab.dsl.diagnostic.Suggestion;
import peerlab.dsl.grammar.Phrase;
import peerlab.dsl.grammar.Spelling;
import peerlab.dsl.grammar.Value;
import peerlab.dsl.value.Complaint;
import peerlab.dsl.value.Quantity;
import peerlab.dsl.value.Scope;
import peerlab.dsl.value.Shown;
import peerlab.dsl.value.ValueReader;
import peerlab.engine.base.Ratio;
import peerlab.engine.base.SourcePlace;
import peerlab.engine.base.Span;

/** The parameters of a scenario: declared in files, later ones win, and those that the command line sets. */
public final class Params {

    /** Of a name that an author makes up, in characters; longer ones YAML takes for no names. */
    public static final int LONGEST_NAME = 100;

    private final Map<String, String> set;
    private final Map<String, Integer> cell;
    private final Diagnostics diagnostics;
    private final Map<String, Phrase.Option> declared = new LinkedHashMap<>();
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<String, Complaint> broken = new LinkedHashMap<>();
    private final Set<String> used = new LinkedHashSet<>();
    private final Map<String, Integer> axes = new LinkedHashMap<>();
    /** Words that later ones have replaced: they do not count, and are to make sense all the same. */
    private final List<Overruled> overruled = new ArrayList<>();
    private Optional<SourcePlace> matrix = Optional.empty();

    private record Overruled(Phrase.Option option, boolean isAxis) {
    }

    public Params(Map<String, String> set, Diagnostics diagnostics) {
        this(set, Map.of(), diagnostics);
    }

    /**
     * @param cell which value of each parameter of the matrix counts, from 0 on; the first where none is
     *     named
     */
    public Params(Map<String, String> set, Map<String, Integer> cell, Diagnostics diagnostics) {
        this.set = set;
        this.cell = cell;
        this.diagnostics = diagnostics;
    }

    void declare(Phrase params) {
        requireForm(params, "n: 64");
        for (Phrase.Option option : params.options()) {
            // what the matrix varies has its values from there, whatever the default
            boolean isAxis = axes.containsKey(option.name());
            if (isDeclarable(option, isAxis ? null : declared.get(option.name()))) {
                if (isAxis) {
                    overruled.add(new Overruled(option, false));
                } else {
                    declareAs(option, false);
                }
            }
        }
    }

    /** Declares what the matrix varies; the first word of its default is lost. */
    void vary(Phrase phrase) {
        requireForm(phrase, "n: [16, 64]");
        matrix = Optional.of(phrase.place());
        for (Phrase.Option option : phrase.options()) {
            boolean isAxis = axes.containsKey(option.name());
            if (isDeclarable(option, isAxis ? declared.get(option.name()) : null)) {
                axes.put(option.name(), 1);
                declareAs(option, isAxis);
            }
        }
    }

    /** @param isAfterAxis whether a matrix has said what is replaced */
    private void declareAs(Phrase.Option option, boolean isAfterAxis) {
        Optional.ofNullable(declared.put(option.name(), option))
                .ifPresent(before -> overruled.add(new Overruled(before, isAfterAxis)));
        evaluate(option);
    }

    private void requireForm(Phrase phrase, String example) {
        boolean isForm = phrase.arguments().isEmpty() && phrase.body().isEmpty();
        if (!isForm || phrase.word().equals("matrix") && phrase.options().isEmpty()) {
            diagnostics.error(phrase.place(), "'" + phrase.word() + "' needs names with values",
                    Spelling.of(phrase.place()) == Spelling.GROOVY ? "write " + phrase.word() + " " + example
                            : "write " + phrase.word() + ": { " + example + " }");
        }
    }

    private boolean isDeclarable(Phrase.Option option, Phrase.Option before) {
        if (!option.name().matches("[A-Za-z_][A-Za-z0-9_]*")) {
            diagnostics.error(option.place(), "'" + option.name() + "' cannot name a parameter",
                    "use letters and digits, a letter first");
            return false;
        }
        if (option.name().length() > LONGEST_NAME) {
            diagnostics.error(option.place(), "a name of " + option.name().length() + " characters",
                    "use at most " + LONGEST_NAME);
            return false;
        }
        if (before != null && before.place().file().equals(option.place().file())) {
            diagnostics.error(option.place(), "parameter '" + option.name() + "' is declared twice",
                    "keep one of them");
            return false;
        }
        return true;
    }

    private void evaluate(Phrase.Option option) {
        String name = option.name();
        broken.remove(name);
        try {
            Object initial = axes.containsKey(name) ? cellOf(option)
                    : reader().anything(name, option.value());
            values.put(name, set.containsKey(name) ? given(option, initial) : initial);
        } catch (Complaint complaint) {
            values.remove(name);
            broken.put(name, complaint);
        }
    }

    /** The value that the cell has of what the matrix varies; a value that the command line sets is alone. */
    private Object cellOf(Phrase.Option option) {
        List<Object> all = reader().several(option.name(), option.value());
        axes.put(option.name(), set.containsKey(option.name()) ? 1 : all.size());
        return all.get(Math.min(cell.getOrDefault(option.name(), 0), all.size() - 1));
    }

    /** What the command line sets, of the kind of the default. */
    private Object given(Phrase.Option option, Object initial) {
        String text = set.get(option.name());
        if (initial instanceof String) {
            return text;
        }
        String remedy = fitting(option.name(), text, initial);
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
        if (value == null || !Quantity.areAlike(value, initial)) {
            throw new Complaint(option.place(), "--set " + option.name() + "=" + text + " does not fit",
                    remedy);
        }
        return value;
    }

    private static String fitting(String name, String text, Object initial) {
        String[] parts = text.split(",(?=\\s*\\w+\\s*=)");
        if (parts.length > 1) {
            String rest = Stream.of(parts).skip(1).map(part -> " --set " + part.strip())
                    .collect(Collectors.joining());
            return "say it once for each: --set " + name + "=" + parts[0] + rest;
        }
        boolean isBare = text.matches("\\d+(\\.\\d+)?");
        String unit = initial instanceof Ratio ? "%" : initial instanceof Span span
                ? span.toString().replaceAll(".* ", "") : "";
        return isBare && !unit.isEmpty() ? "its default is " + initial + ": write --set " + name + "=" + text
                + unit : "its default is " + initial + ": give it a value of that kind";
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
        broken.values().forEach(this::say);
        overruled.forEach(this::requireSense);
        for (String name : set.keySet()) {
            if (!declared.containsKey(name)) {
                String others = declared.isEmpty() ? "the scenario declares none"
                        : "parameters: " + String.join(", ", declared.keySet());
                diagnostics.error(new SourcePlace(file, 0, 0, 0), "no parameter '" + name + "' to set",
                        Suggestion.remedy(name, declared.keySet(), others));
            }
        }
    }

    private void requireSense(Overruled words) {
        try {
            if (words.isAxis()) {
                reader().several(words.option().name(), words.option().value());
            } else {
                reader().anything(words.option().name(), words.option().value());
            }
        } catch (Complaint complaint) {
            say(complaint);
        }
    }

    private void say(Complaint complaint) {
        complaint.diagnostics().forEach(diagnostics::add);
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

    /** What the matrix varies, each with the number of its values. */
    public Map<String, Integer> axes() {
        return Collections.unmodifiableMap(axes);
    }

    /** Where the matrix was written, for what is wrong with it as a whole. */
    public Optional<SourcePlace> matrix() {
        return matrix;
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
        public void requirePeer(String name, SourcePlace place) {
            // a parameter names nobody
        }

        @Override
        public void requirePlaces(SourcePlace place) {
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
