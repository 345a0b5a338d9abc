package peerlab.dsl.editor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import peerlab.dsl.grammar.Form;
import peerlab.dsl.grammar.Forms;
import peerlab.dsl.grammar.Slot;
import peerlab.dsl.grammar.Spelling;
import peerlab.dsl.grammar.ValueKind;
import peerlab.engine.base.Ratio;
import peerlab.engine.base.Span;
import peerlab.engine.observe.MetricCatalog;
import peerlab.engine.protocol.Parameter;

/** What a JSON Schema says of one value: its type, its pattern, its limits, what to type first. */
final class ValueSchemas {

    private static final String STRING = "string";
    private static final String INTEGER = "integer";
    private static final String NUMBER = "number";
    private static final String BOOLEAN = "boolean";

    /** Pauses and windows, which are longer than nothing. */
    private static final Set<String> LONGER = Set.of("every", "over");

    private ValueSchemas() {
    }

    /** The value of an option or of a word, with its summary to be shown beside it. */
    static Map<String, Object> of(Slot slot) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("description", slot.summary());
        schema.putAll(LONGER.contains(slot.name()) ? pause(slot.kind()) : ofKind(slot));
        return schema;
    }

    /** The value of a protocol's parameter, with its default. */
    static Map<String, Object> of(Parameter parameter) {
        Slot slot = Slot.of(parameter).between(limit(parameter.least(), Long.MIN_VALUE),
                limit(parameter.most(), Long.MAX_VALUE));
        Map<String, Object> schema = of(slot);
        if (parameter.initial() != null) {
            schema.put("default", plain(parameter.initial()));
        }
        return schema;
    }

    /** A value that a parameter of the scenario may have. */
    static Map<String, Object> anything() {
        return of("type", List.of(STRING, NUMBER, BOOLEAN));
    }

    /** A condition; the metrics that there are stand as examples, which editors offer. */
    static Map<String, Object> condition(MetricCatalog catalog) {
        Map<String, Object> schema = of("type", List.of(STRING, BOOLEAN));
        schema.put("pattern", new ConditionPatterns(catalog).condition());
        schema.put("patternErrorMessage", "write a condition, such as gets.failed == 0");
        schema.put("examples", catalog.names());
        return schema;
    }

    /** The values that a parameter has one after another, all of one kind. */
    static Map<String, Object> several() {
        List<Object> kinds = new ArrayList<>();
        kinds.add(anyOf(of("type", NUMBER), text(Patterns.integer(), "write numbers, or [16, 64]")));
        for (String pattern : List.of(Patterns.ratio(), Patterns.span(), Patterns.bytes())) {
            kinds.add(text(pattern, "give all of them the same unit"));
        }
        kinds.add(of("type", BOOLEAN));
        kinds.add(text(Patterns.word(), "give all of them the same unit"));
        Map<String, Object> list = of("type", "array");
        list.put("minItems", 1);
        list.put("uniqueItems", true);
        list.put("anyOf", kinds.stream().map(kind -> of("items", kind)).toList());
        return anyOf(list, of("type", STRING));
    }

    /** A time later than the start. */
    static Map<String, Object> longer() {
        return text(Patterns.longer(), "write a time longer than nothing, such as 90s");
    }

    /** A value as JSON has it: a number, a truth, else the text that one would type. */
    static Object plain(Object value) {
        if (value instanceof Span span) {
            return Spelling.YAML.span(span);
        } else if (value instanceof Ratio ratio) {
            return Spelling.YAML.ratio(ratio);
        }
        return value instanceof Number || value instanceof Boolean ? value
                : value.toString().replace(" ", "");
    }

    private static long limit(Object limit, long otherwise) {
        return limit instanceof Long number ? number : otherwise;
    }

    private static Map<String, Object> ofKind(Slot slot) {
        switch (slot.kind()) {
            case SPAN, TIME:
                return text(Patterns.span(), "write a time with its unit, such as 200ms or 30s");
            case WINDOW:
                return text(Patterns.window(), "write a window of time, such as 30s..40s");
            case RATIO:
                return text(Patterns.ratio(), "write a percentage between 0% and 100%");
            case BYTES:
                return text(Patterns.bytes(), "write a size with its unit, such as 64KiB");
            case SIZE:
                return text(Patterns.size(), "write a size such as 64KiB, a range, or a law");
            case BANDWIDTH:
                return text(Patterns.bandwidth(), "write a bandwidth with its unit, such as 10Mbps");
            case JITTER:
                return anyOf(ofKind(new Slot(slot.name(), ValueKind.RATIO, false, 0, 0, List.of(), "")),
                        ofKind(new Slot(slot.name(), ValueKind.DISTRIBUTION, false, 0, 0, List.of(), "")));
            case POPULATION:
                return anyOf(of("type", INTEGER), text(Patterns.ratio(), "write a percentage"),
                        text(Patterns.integer(), "write a number of peers"), selector());
            case DISTRIBUTION:
                return text(Patterns.distribution(), "write a time, a range such as 20ms..80ms, or a law");
            case OFFSET:
                return text(Patterns.offset(), "write a time such as 300ms or -300ms, or a range");
            case DRIFT:
                return text(Patterns.drift(), "write a drift such as 50ppm or -50ppm, or a range");
            case INTEGER:
                return numeric(INTEGER, Patterns.integer(), slot);
            case SEEDS:
                Map<String, Object> seeds = of("type", "array");
                seeds.put("minItems", 1);
                seeds.put("items", numeric(INTEGER, Patterns.integer(), slot));
                return anyOf(seeds, text("[.][.]", "write a range such as 1..20, or a list"));
            case NUMBER:
                return numeric(NUMBER, Patterns.number(), slot);
            case FLAG:
                return anyOf(of("type", BOOLEAN), parameter());
            case WORD:
                return slot.choices().isEmpty() ? text() : anyOf(of("enum", slot.choices()), parameter());
            case SELECTOR:
                return selector();
            case SIDES:
                return anyOf(selector(), text(Patterns.sides(), "write [a, b]"), sides());
            case KEYS:
                return anyOf(of("enum", words(Forms.keys())), text(Patterns.keys(),
                        "say which keys: 100 keys, any key, zipf(0.9), uniform(1000), or a name"));
            case CONDITION, CONDITION_OF_PEER:
                return of("allOf", List.of(of("$ref", "#/definitions/condition")));
            case MOMENT, MARK_OR_ALL:
                return text();
            case NAME, MESSAGE:
                Map<String, Object> name = of("type", List.of(STRING, NUMBER, BOOLEAN));
                return slot.choices().isEmpty() ? name : anyOf(of("enum", slot.choices()), name);
            default:
                return of("type", List.of(STRING, NUMBER, BOOLEAN, "array"));
        }
    }

    /** A time that is not zero, or where it may vary, how it does. */
    private static Map<String, Object> pause(ValueKind kind) {
        return kind == ValueKind.DISTRIBUTION
                ? anyOf(longer(), text(Patterns.law(), "write a range such as 20ms..80ms, or a law"))
                : longer();
    }

    private static Map<String, Object> selector() {
        return anyOf(of("enum", words(Forms.selectors())), text(Patterns.selector(),
                "say who is meant: all, one, any 3, any 30%, minority, p7, peers 1..5, a group or a mark"));
    }

    private static Map<String, Object> sides() {
        Map<String, Object> schema = of("type", "array");
        schema.put("minItems", 2);
        schema.put("items", selector());
        return schema;
    }

    /** The examples that are complete as they stand. */
    private static List<String> words(List<Form> forms) {
        return forms.stream().map(Form::yaml).filter(yaml -> yaml.matches("[a-z]+( peer| key)?"))
                .filter(yaml -> !yaml.matches("[a-z]+ edge")).distinct().toList();
    }

    private static Map<String, Object> numeric(String type, String pattern, Slot slot) {
        Map<String, Object> schema = of("type", List.of(type, STRING));
        if (slot.least() != Long.MIN_VALUE) {
            schema.put("minimum", slot.least());
        }
        if (slot.most() != Long.MAX_VALUE) {
            schema.put("maximum", slot.most());
        }
        schema.put("pattern", pattern);
        schema.put("patternErrorMessage", "write " + slot.kind().noun());
        return schema;
    }

    private static Map<String, Object> parameter() {
        return text("^" + Patterns.PARAM + "$", "write a parameter, such as $n");
    }

    /** A text of a form. */
    static Map<String, Object> text(String pattern, String otherwise) {
        Map<String, Object> schema = of("type", STRING);
        schema.put("pattern", pattern);
        schema.put("patternErrorMessage", otherwise);
        return schema;
    }

    private static Map<String, Object> text() {
        Map<String, Object> schema = of("type", STRING);
        schema.put("minLength", 1);
        return schema;
    }

    @SafeVarargs
    private static Map<String, Object> anyOf(Map<String, Object>... schemas) {
        return of("anyOf", new ArrayList<>(List.of(schemas)));
    }

    private static Map<String, Object> of(String keyword, Object value) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put(keyword, value);
        return schema;
    }
}
