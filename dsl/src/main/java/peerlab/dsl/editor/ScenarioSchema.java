package peerlab.dsl.editor;

import static peerlab.dsl.editor.Laws.absent;
import static peerlab.dsl.editor.Laws.required;
import static peerlab.dsl.editor.Laws.when;
import static peerlab.dsl.editor.Laws.word;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import peerlab.dsl.grammar.Entry;
import peerlab.dsl.grammar.Entry.Timing;
import peerlab.dsl.grammar.NetworkWords;
import peerlab.dsl.grammar.Slot;
import peerlab.dsl.grammar.Spelling;
import peerlab.dsl.grammar.ValueKind;
import peerlab.dsl.grammar.Vocabulary;
import peerlab.engine.observe.MetricCatalog;
import peerlab.engine.protocol.ProtocolProvider;
import peerlab.engine.protocol.Protocols;

/**
 * The YAML surface as a JSON Schema (draft-07, which editors know best): each word with its summary, what
 * may stand behind it, and the options of each protocol. The tree is of maps, lists, texts and numbers.
 */
public final class ScenarioSchema {

    private static final Set<String> BODIES = Set.of("network", "record", "timeline", "expect");

    private final Vocabulary vocabulary;
    private final List<ProtocolProvider> protocols;

    public ScenarioSchema(Protocols protocols) {
        this.vocabulary = new Vocabulary(protocols);
        this.protocols = protocols.all();
    }

    /** The whole document. */
    public Map<String, Object> document() {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("$schema", "http://json-schema.org/draft-07/schema#");
        root.put("title", "Peerlab scenario");
        root.put("type", "object");
        Words words = new Words();
        vocabulary.blocks().forEach((word, entry) -> words.add(word, block(entry)));
        words.into(root);
        root.put("if", Map.of("allOf", List.of(required("scenario"), absent("include"))));
        root.put("then", required("peers", "stop"));
        List<Object> laws = new ArrayList<>();
        laws.add(absent("seed", "seeds"));
        ProtocolLaws ofProtocols = new ProtocolLaws(vocabulary);
        protocols.forEach(protocol -> laws.add(ofProtocols.law(protocol)));
        root.put("allOf", laws);
        root.put("definitions", definitions());
        return root;
    }

    private Map<String, Object> definitions() {
        Map<String, Object> definitions = new LinkedHashMap<>();
        definitions.put("group", new GroupSchema(vocabulary.blocks().get("peers"), protocols).group());
        definitions.put("network", network());
        definitions.put("recorded", recorded());
        definitions.put("step", step());
        definitions.put("expectation", expectation());
        definitions.put("condition", ValueSchemas.condition(new MetricCatalog(protocols)));
        return definitions;
    }

    private Map<String, Object> block(Entry<?> entry) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("description", entry.summary());
        switch (entry.word()) {
            case "peers":
                schema.put("anyOf", List.of(reference("group"), GroupSchema.several(reference("group"))));
                break;
            case "use":
                schema.put("anyOf", oneOrMore(use(entry)));
                break;
            case "cache":
                schema.put("anyOf", oneOrMore(options(entry)));
                break;
            case "include":
                schema.put("anyOf", oneOrMore(Map.of("type", "string")));
                break;
            case "params":
                schema.putAll(named(ValueSchemas.anything()));
                break;
            case "matrix":
                schema.putAll(named(ValueSchemas.several()));
                break;
            case "network":
                schema.putAll(reference("network"));
                break;
            case "timeline":
                schema.putAll(listOf("step"));
                break;
            case "expect":
                schema.putAll(listOf("expectation"));
                break;
            case "record":
                schema.put("anyOf", oneOrMore(reference("recorded")));
                break;
            case "stop":
                schema.putAll(options(entry));
                schema.put("allOf", List.of(word("at", ValueSchemas.longer()),
                        word("atMost", ValueSchemas.longer())));
                Map<String, Object> end = Map.of("allOf", List.of(required("when"), required("at most")));
                schema.put("oneOf", List.of(required("at"), end));
                break;
            default:
                schema.putAll(statement(entry));
        }
        return schema;
    }

    /** A word with what stands behind it, with options, or with either. */
    private static Map<String, Object> statement(Entry<?> entry) {
        Optional<Map<String, Object>> value = entry.argument().map(ValueSchemas::of);
        if (entry.options().isEmpty()) {
            return value.orElse(Map.of());
        }
        if (value.isEmpty()) {
            return options(entry);
        }
        return Map.of("anyOf", List.of(value.get(), options(entry)));
    }

    private static Map<String, Object> options(Entry<?> entry) {
        Words words = new Words();
        entry.options().forEach(slot -> words.add(slot.name(), ValueSchemas.of(slot)));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        words.into(schema);
        return withRequired(schema, entry);
    }

    private static Map<String, Object> named(Map<String, Object> value) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("additionalProperties", value);
        return schema;
    }

    /** What stands behind the word in Groovy has a key here. */
    private static Map<String, Object> use(Entry<?> entry) {
        Slot type = entry.argument().orElseThrow();
        Words words = new Words();
        words.add(type.name(), ValueSchemas.of(type));
        entry.options().forEach(slot -> words.add(slot.name(), ValueSchemas.of(slot)));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        words.into(schema);
        schema.put("required", List.of(type.name(), "as"));
        return schema;
    }

    private Map<String, Object> network() {
        Words words = new Words();
        vocabulary.network().forEach((word, entry) -> words.add(word, ofNetwork(entry)));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", List.of("object", "null"));
        words.into(schema);
        return schema;
    }

    /** In a map the value has a key of its own; names that the author chooses are any. */
    private static Map<String, Object> ofNetwork(Entry<?> entry) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("description", entry.summary());
        if (entry.further().isPresent()) {
            schema.putAll(named(ValueSchemas.of(entry.further().get())));
            schema.put("minProperties", 1);
            return schema;
        }
        Words words = new Words();
        entry.argument().ifPresent(slot -> words.add(slot.name(), ValueSchemas.of(slot)));
        entry.options().forEach(slot -> words.add(slot.name(), ValueSchemas.of(slot)));
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("type", "object");
        words.into(map);
        withRequired(map, entry);
        entry.argument().filter(Slot::isRequired).ifPresent(slot -> map.put("required",
                List.of(slot.name())));
        if (NetworkWords.repeated().contains(entry.word())) {
            List<Object> all = new ArrayList<>(oneOrMore(map));
            entry.argument().ifPresent(slot -> all.add(ValueSchemas.of(slot)));
            schema.put("anyOf", all);
        } else if (entry.options().isEmpty()) {
            schema.putAll(ValueSchemas.of(entry.argument().orElseThrow()));
            schema.put("description", entry.summary());
        } else {
            schema.put("anyOf", entry.argument().isEmpty() ? List.of(map)
                    : List.of(ValueSchemas.of(entry.argument().get()), map));
        }
        return schema;
    }

    private Map<String, Object> recorded() {
        Words words = new Words();
        vocabulary.record().forEach((word, entry) -> words.add(word, described(entry)));
        Slot pace = vocabulary.record().get("snapshots").option("every").orElseThrow();
        words.add("snapshots", Map.of("anyOf",
                List.of(described(vocabulary.record().get("snapshots")), ValueSchemas.of(pace))));
        words.add("snapshotsEvery", ValueSchemas.of(pace));
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("type", "object");
        words.into(options);
        List<String> alone = vocabulary.record().values().stream()
                .filter(entry -> entry.options().stream().noneMatch(Slot::isRequired))
                .map(entry -> Spelling.YAML.word(entry.word())).toList();
        return Map.of("anyOf", List.of(Map.of("enum", alone),
                ValueSchemas.text("^snapshots every .+$", "write snapshots every 10s"), options));
    }

    private static Map<String, Object> described(Entry<?> entry) {
        Map<String, Object> schema = new LinkedHashMap<>(statement(entry));
        schema.put("description", entry.summary());
        return schema;
    }

    private Map<String, Object> step() {
        Map<String, Object> schema = line(vocabulary.actions().values(), vocabulary.occasions().values());
        List<Object> occasions = new ArrayList<>();
        vocabulary.occasions().keySet().forEach(word -> occasions.add(required(word)));
        List<Object> laws = new ArrayList<>(lawsOf(schema));
        laws.add(Map.of("oneOf", occasions));
        vocabulary.actions().values().forEach(entry -> timing(entry).ifPresent(
                law -> laws.add(when(required(Spelling.YAML.word(entry.word())), law))));
        schema.put("allOf", laws);
        return schema;
    }

    /** What an action says of the window that it happens in. */
    private static Optional<Map<String, Object>> timing(Entry<?> action) {
        Map<String, Object> inWindow = required("during");
        if (action.timing() == Timing.INSTANT) {
            return Optional.of(Map.of("not", inWindow));
        } else if (action.timing() == Timing.HELD) {
            return Optional.of(Map.of("not", required("during", "for")));
        } else if (action.timing() == Timing.REPEATED && action.option("every").isPresent()) {
            return Optional.of(when(inWindow, action.option("think").isEmpty() ? required("every")
                    : Map.of("anyOf", List.of(required("every"), required("think")))));
        }
        return Optional.empty();
    }

    private Map<String, Object> expectation() {
        Map<String, Object> schema = line(vocabulary.operators().values(), List.of());
        List<Object> laws = new ArrayList<>(lawsOf(schema));
        String rates = new ConditionPatterns(new MetricCatalog(protocols)).rates();
        if (!rates.isEmpty()) {
            Map<String, Object> isRate = new LinkedHashMap<>();
            isRate.put("type", "string");
            isRate.put("pattern", rates);
            vocabulary.operators().keySet().stream().filter(operator -> !operator.equals("atEnd"))
                    .forEach(operator -> laws.add(windowed(operator, isRate)));
            laws.add(windowed("when", isRate));
        }
        schema.put("allOf", laws);
        return schema;
    }

    /** A rate needs a window. */
    private static Map<String, Object> windowed(String word, Map<String, Object> isRate) {
        return when(Map.of("allOf", List.of(required(Spelling.YAML.word(word)), word(word, isRate))),
                required("over"));
    }

    /** One line of a list: exactly one of the words, with its own options and no others. */
    private static Map<String, Object> line(
            Iterable<? extends Entry<?>> entries, Iterable<? extends Entry<?>> always) {
        Words all = new Words();
        Set<String> options = new LinkedHashSet<>();
        List<Object> alternatives = new ArrayList<>();
        List<Object> laws = new ArrayList<>();
        List<String> everywhere = new ArrayList<>();
        for (Entry<?> entry : always) {
            all.add(entry.word(), described(entry));
            everywhere.add(entry.word());
        }
        for (Entry<?> entry : entries) {
            String word = Spelling.YAML.word(entry.word());
            all.add(entry.word(), described(new Entry<>(entry.word(), entry.summary(), entry.argument(),
                    List.of(), Timing.NONE, given -> given)));
            options.addAll(entry.optionNames());
            alternatives.add(required(word));
            laws.add(when(required(word), ownOptions(entry, everywhere)));
        }
        options.forEach(option -> all.add(option, Map.of()));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        all.into(schema);
        schema.put("oneOf", alternatives);
        schema.put("allOf", laws);
        return schema;
    }

    private static Map<String, Object> ownOptions(Entry<?> entry, List<String> everywhere) {
        Words words = new Words();
        everywhere.forEach(word -> words.add(word, Map.of()));
        words.add(entry.word(), Map.of());
        entry.options().forEach(slot -> words.add(slot.name(), ValueSchemas.of(slot)));
        Map<String, Object> schema = new LinkedHashMap<>();
        words.into(schema);
        return withRequired(schema, entry);
    }

    private static Map<String, Object> withRequired(
            Map<String, Object> schema, Entry<?> entry) {
        List<String> required = new ArrayList<>();
        entry.options().stream().filter(Slot::isRequired)
                .forEach(slot -> required.add(Spelling.YAML.word(slot.name())));
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> lawsOf(Map<String, Object> schema) {
        return (List<Object>) schema.get("allOf");
    }

    private static Map<String, Object> reference(String definition) {
        return Map.of("$ref", "#/definitions/" + definition);
    }

    private static List<Object> oneOrMore(Map<String, Object> one) {
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("type", "array");
        list.put("items", one);
        return List.of(one, list);
    }

    private static Map<String, Object> listOf(String definition) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", List.of("array", "null"));
        schema.put("items", reference(definition));
        return schema;
    }
}
