package peerlab.dsl.yaml;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

import peerlab.dsl.diagnostic.Diagnostic;
import peerlab.dsl.diagnostic.Diagnostics;
import peerlab.dsl.diagnostic.Suggestion;
import peerlab.dsl.grammar.Entry;
import peerlab.dsl.grammar.Environment;
import peerlab.dsl.grammar.NetworkWords;
import peerlab.dsl.grammar.Phrase;
import peerlab.dsl.grammar.Phrase.Option;
import peerlab.dsl.grammar.Slot;
import peerlab.dsl.grammar.Spelling;
import peerlab.dsl.grammar.Value;
import peerlab.dsl.grammar.Vocabulary;
import peerlab.engine.base.SourcePlace;

/** Turns the nodes of a file into phrases of the shape that Groovy shows. */
final class NodeReader {

    private final Vocabulary vocabulary;
    private final Places places;
    private final Diagnostics diagnostics;

    NodeReader(Vocabulary vocabulary, Places places, Diagnostics diagnostics) {
        this.vocabulary = vocabulary;
        this.places = places;
        this.diagnostics = diagnostics;
    }

    /** A key of a map with what stands behind it. */
    private record Pair(String word, SourcePlace place, Node node) {
    }

    void scenario(Node root, Environment environment) {
        Optional<Diagnostic> language = new FormSlips(places.source()).language();
        if (!(root instanceof MappingNode) && language.isPresent()) {
            diagnostics.add(language.get());
            return;
        }
        if (!(root instanceof MappingNode mapping)) {
            diagnostics.error(places.of(root), "a scenario is made of words with values",
                    "begin with scenario: the claim");
            return;
        }
        for (Pair pair : pairs(mapping, true)) {
            block(pair).forEach(environment::state);
        }
    }

    private List<Phrase> block(Pair pair) {
        switch (pair.word()) {
            case "params", "matrix":
                return List.of(params(pair));
            case "peers":
                return each(pair, node -> gathered("peers", "count", node));
            case "use":
                return each(pair, node -> gathered("use", "class", node));
            case "cache":
                return each(pair, node -> Optional.of(plain("cache", begin(node), node)));
            case "include":
                return each(pair, node -> Optional.of(plain(pair.word(), pair.place(), node)));
            case "network":
                return List.of(withBody(pair, network(pair)));
            case "record":
                return List.of(withBody(pair, record(pair)));
            case "timeline":
                return List.of(withBody(pair, items(pair, "steps", this::step)));
            case "expect":
                return List.of(withBody(pair, items(pair, "expectations", this::expectation)));
            default:
                // what is in a block that nobody knows cannot be judged
                return List.of(vocabulary.blocks().containsKey(pair.word())
                        ? plain(pair.word(), pair.place(), pair.node())
                        : new Phrase(pair.word(), pair.place(), List.of(), List.of(), Optional.empty()));
        }
    }

    private Phrase params(Pair pair) {
        if (!(pair.node() instanceof MappingNode mapping)) {
            diagnostics.error(places.of(pair.node()), "'" + pair.word() + "' needs names with values",
                    pair.word().equals("matrix") ? "write matrix: { n: [16, 64] }"
                            : "write params: { n: 64 }");
            return new Phrase(pair.word(), pair.place(), List.of(), List.of(), Optional.empty());
        }
        return new Phrase(pair.word(), pair.place(), List.of(), options(pairs(mapping, false)),
                Optional.empty());
    }

    private List<Phrase> each(Pair pair, Function<Node, Optional<Phrase>> reader) {
        List<Node> nodes = pair.node() instanceof SequenceNode sequence ? sequence.getValue()
                : List.of(pair.node());
        return nodes.stream().map(reader).flatMap(Optional::stream).toList();
    }

    /** A statement of which one key stands for what Groovy writes directly behind the word. */
    private Optional<Phrase> gathered(String word, String first, Node node) {
        if (!(node instanceof MappingNode mapping)) {
            return Optional.of(plain(word, places.of(node), node));
        }
        List<Pair> pairs = pairs(mapping, true);
        Optional<Pair> count = pairs.stream().filter(pair -> pair.word().equals(first)).findFirst();
        List<Pair> rest = pairs.stream().filter(pair -> !pair.word().equals(first)).toList();
        return Optional.of(new Phrase(word, begin(node),
                count.flatMap(pair -> value(pair.node())).stream().toList(),
                options(rest), Optional.empty()));
    }

    private SourcePlace begin(Node node) {
        SourcePlace place = places.of(node);
        return new SourcePlace(place.file(), place.line(), place.column(), 1);
    }

    private List<Phrase> words(Node node, Pair block) {
        if (!(node instanceof MappingNode mapping)) {
            if (!isNothing(node)) {
                diagnostics.error(places.of(node), "'" + block.word() + "' needs words with values");
            }
            return List.of();
        }
        return pairs(mapping, true).stream().map(pair -> plain(pair.word(), pair.place(), pair.node()))
                .toList();
    }

    /** The words of a network; of one that can be said several times a list is taken as well. */
    private List<Phrase> network(Pair block) {
        if (!(block.node() instanceof MappingNode mapping)) {
            return words(block.node(), block);
        }
        List<Phrase> phrases = new ArrayList<>();
        for (Pair pair : pairs(mapping, true)) {
            boolean isSeveral = pair.node() instanceof SequenceNode
                    && NetworkWords.repeated().contains(pair.word());
            if (isSeveral) {
                ((SequenceNode) pair.node()).getValue().forEach(node -> phrases.add(
                        ofNetwork(new Pair(pair.word(), begin(node), node))));
            } else {
                phrases.add(ofNetwork(pair));
            }
        }
        return phrases;
    }

    /** In a map a key stands for what Groovy writes behind the word; names that the author chooses stay. */
    private Phrase ofNetwork(Pair pair) {
        Optional<Entry<?>> entry = Optional.ofNullable(vocabulary.network().get(pair.word()));
        if (!(pair.node() instanceof MappingNode mapping) || entry.isEmpty()) {
            return plain(pair.word(), pair.place(), pair.node());
        }
        if (entry.get().further().isPresent()) {
            return new Phrase(pair.word(), pair.place(), List.of(), options(pairs(mapping, false)),
                    Optional.empty());
        }
        String first = entry.get().argument().map(Slot::name).orElse("");
        List<Pair> pairs = pairs(mapping, true);
        Predicate<Pair> isFirst = inner -> inner.word().equals(first) || inner.word().equals(pair.word());
        List<Value> arguments = pairs.stream().filter(isFirst)
                .flatMap(inner -> value(inner.node()).stream()).toList();
        List<Pair> rest = pairs.stream().filter(isFirst.negate()).toList();
        return new Phrase(pair.word(), pair.place(), arguments, options(rest), Optional.empty());
    }

    /** {@code [trace, messages]}, {@code { trace: true, snapshots: { every: 10s } }}, or one word. */
    private List<Phrase> record(Pair pair) {
        if (pair.node() instanceof MappingNode) {
            return words(pair.node(), pair);
        }
        List<Node> nodes = pair.node() instanceof SequenceNode sequence ? sequence.getValue()
                : List.of(pair.node());
        List<Phrase> phrases = new ArrayList<>();
        boolean isRow = pair.node() instanceof ScalarNode scalar && scalar.getValue().contains(",");
        if (isRow) {
            return RecordedWords.row(places.raw(pair.node()), places.of(pair.node()));
        }
        for (Node node : nodes) {
            if (node instanceof ScalarNode scalar && scalar.getValue().matches(RecordedWords.PACED)) {
                phrases.add(RecordedWords.paced(scalar.getValue(), places.of(scalar)));
            } else if (node instanceof ScalarNode scalar && !isNothing(node)) {
                phrases.add(new Phrase(Spelling.camelCase(scalar.getValue()), places.of(node),
                        List.of(), List.of(), Optional.empty()));
            } else {
                phrases.addAll(words(node, pair));
            }
        }
        return phrases;
    }

    private List<Phrase> items(
            Pair block, String what, Function<MappingNode, Optional<Phrase>> reader) {
        if (isNothing(block.node())) {
            return List.of();
        }
        if (!(block.node() instanceof SequenceNode sequence)) {
            diagnostics.error(block.place(), "'" + block.word() + "' needs a list of " + what,
                    "begin each with a dash: - { ... }");
            return List.of();
        }
        List<Phrase> phrases = new ArrayList<>();
        for (Node node : sequence.getValue()) {
            if (node instanceof MappingNode mapping) {
                reader.apply(mapping).ifPresent(phrases::add);
            } else {
                diagnostics.error(places.of(node), "'" + block.word() + "' needs a list of " + what,
                        "write each in braces: - { ... }");
            }
        }
        return phrases;
    }

    private Optional<Phrase> step(MappingNode mapping) {
        List<Pair> pairs = pairs(mapping, true);
        Set<String> occasions = vocabulary.occasions().keySet();
        Set<String> options = optionNames(vocabulary.actions().values());
        Optional<Pair> when = one(pairs, occasions::contains, "one time");
        if (when.isEmpty()) {
            when = pairs.stream().filter(pair -> !vocabulary.actions().containsKey(pair.word())
                    && !options.contains(pair.word())
                    && Suggestion.nearest(pair.word(), occasions).isPresent()).findFirst();
        }
        if (when.isEmpty()) {
            diagnostics.add(timeSlip(pairs, options).orElseGet(() -> Diagnostic.error(places.of(mapping),
                    "a step without a time", "write { at: 10s, ... } or { during: 10s..20s, ... }")));
        }
        Optional<Pair> occasion = when;
        List<Pair> rest = pairs.stream().filter(pair -> !pair.word()
                .equals(occasion.map(Pair::word).orElse("at")))
                .filter(pair -> !occasions.contains(pair.word())).toList();
        Optional<Pair> verb = verb(rest, vocabulary.actions().keySet(), options, "one action");
        if (verb.isEmpty()) {
            diagnostics.error(places.of(mapping), "a step without an action",
                    "write what happens: crash: any 3");
        }
        if (occasion.isEmpty() || verb.isEmpty()) {
            return Optional.empty();
        }
        Phrase action = phrase(verb.get(), rest);
        return Optional.of(new Phrase(occasion.get().word(), occasion.get().place(),
                value(occasion.get().node()).stream().toList(), List.of(), Optional.of(List.of(action))));
    }

    private Optional<Diagnostic> timeSlip(List<Pair> pairs, Set<String> options) {
        return pairs.stream().filter(pair -> pair.word().equals("from") || !options.contains(pair.word()))
                .map(pair -> ValueSlips.time(pair.word(), places.raw(pair.node()), pair.place()))
                .flatMap(Optional::stream).findFirst();
    }

    private Optional<Phrase> expectation(MappingNode mapping) {
        List<Pair> pairs = pairs(mapping, true);
        Set<String> options = optionNames(vocabulary.operators().values());
        Optional<Pair> operator = verb(pairs, vocabulary.operators().keySet(), options, "one operator");
        if (operator.isEmpty()) {
            diagnostics.error(places.of(mapping), "an expectation without a word that says when",
                    "write always: ..., or one of " + Spelling.YAML.words(List.copyOf(vocabulary.operators()
                            .keySet())));
            return Optional.empty();
        }
        return Optional.of(phrase(operator.get(), pairs));
    }

    /**
     * The one pair whose word is known, else the first that cannot be an option: a word that is misspelt.
     */
    private Optional<Pair> verb(List<Pair> pairs, Set<String> words, Set<String> options, String what) {
        Optional<Pair> known = one(pairs, words::contains, what);
        return known.or(() -> pairs.stream().filter(pair -> !options.contains(pair.word())).findFirst());
    }

    private Optional<Pair> one(List<Pair> pairs, Predicate<String> isMeant, String what) {
        List<Pair> found = pairs.stream().filter(pair -> isMeant.test(pair.word())).toList();
        if (found.size() > 1) {
            diagnostics.error(found.get(1).place(), "'" + found.get(0).word() + "' and '"
                    + found.get(1).word()
                    + "' in one line, which has " + what, "write two lines");
        }
        return found.stream().findFirst();
    }

    private Phrase phrase(Pair verb, List<Pair> pairs) {
        List<Value> arguments = value(verb.node()).filter(value -> !isNothing(verb.node())).stream()
                .toList();
        Set<String> words = new LinkedHashSet<>(vocabulary.actions().keySet());
        words.addAll(vocabulary.operators().keySet());
        List<Pair> options = pairs.stream().filter(pair -> pair != verb && !words.contains(pair.word()))
                .toList();
        return new Phrase(verb.word(), verb.place(), arguments, options(options), Optional.empty());
    }

    private static Set<String> optionNames(Iterable<? extends Entry<?>> entries) {
        Set<String> names = new LinkedHashSet<>();
        entries.forEach(entry -> names.addAll(entry.optionNames()));
        return names;
    }

    private Phrase plain(String word, SourcePlace place, Node node) {
        if (node instanceof MappingNode mapping) {
            return new Phrase(word, place, List.of(), options(pairs(mapping, true)), Optional.empty());
        }
        List<Value> arguments = isNothing(node) ? List.of() : value(node).stream().toList();
        return new Phrase(word, place, arguments, List.of(), Optional.empty());
    }

    private static Phrase withBody(Pair pair, List<Phrase> body) {
        return new Phrase(pair.word(), pair.place(), List.of(), List.of(), Optional.of(body));
    }

    private List<Option> options(List<Pair> pairs) {
        List<Option> options = new ArrayList<>();
        for (Pair pair : pairs) {
            value(pair.node()).ifPresent(value -> options.add(new Option(pair.word(), pair.place(), value)));
        }
        return options;
    }

    private List<Pair> pairs(MappingNode mapping, boolean areWords) {
        List<Pair> pairs = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                diagnostics.error(places.of(tuple.getKeyNode()), "a word is due before the ':'");
                continue;
            }
            String written = new Scalars(places).written(key).text().strip();
            String word = areWords ? Spelling.camelCase(written) : written;
            Optional<Diagnostic> slip = pairs.isEmpty() || !isNothing(tuple.getValueNode())
                    ? Optional.empty()
                    : ValueSlips.decimal(places.raw(pairs.get(pairs.size() - 1).node()), written,
                            places.of(key)).or(() -> withoutColon(key, written));
            if (slip.isPresent()) {
                diagnostics.add(slip.get());
                diagnostics.settle(places.of(pairs.get(pairs.size() - 1).node()));
                continue;
            }
            if (!seen.add(word)) {
                diagnostics.error(places.of(key), "'" + written + "' is written twice", "keep one of them");
                continue;
            }
            pairs.add(new Pair(word, places.of(key), tuple.getValueNode()));
        }
        return pairs;
    }

    /** In braces a colon may be missing: then there is no value. */
    private Optional<Diagnostic> withoutColon(ScalarNode key, String written) {
        return ",}".indexOf(places.behind(key)) < 0 ? Optional.empty()
                : ValueSlips.colon(written, places.of(key));
    }

    private static boolean isNothing(Node node) {
        return node instanceof ScalarNode scalar
                && scalar.getScalarStyle() == ScalarStyle.PLAIN && scalar.getValue().isEmpty();
    }

    private Optional<Value> value(Node node) {
        if (node instanceof ScalarNode scalar) {
            ValueSlips.quotes(places.raw(node), places.of(node)).ifPresent(slip -> {
                diagnostics.add(slip);
                diagnostics.settle(places.of(node));
            });
            return Optional.of(new Scalars(places).written(scalar));
        } else if (node instanceof SequenceNode sequence) {
            List<Value> items = sequence.getValue().stream().map(this::value).flatMap(Optional::stream)
                    .toList();
            return Optional.of(new Value.Sequence(items, places.of(node)));
        }
        diagnostics.error(places.of(node), "a value is due here, not words with values",
                "put the value in quotes if it contains ': '");
        return Optional.empty();
    }
}
