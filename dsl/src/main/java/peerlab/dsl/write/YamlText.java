package peerlab.dsl.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import peerlab.dsl.grammar.Entry;
import peerlab.dsl.grammar.Phrase;
import peerlab.dsl.grammar.Slot;
import peerlab.dsl.grammar.Spelling;
import peerlab.dsl.grammar.Value;
import peerlab.dsl.grammar.ValueKind;
import peerlab.dsl.value.ValueWriter;

/**
 * Lays statements out as YAML, the way the examples of the language are. YAML has each word once: statements
 * with one word are joined where the first of them stands.
 */
final class YamlText {

    private static final String INDENT = "  ";
    private static final Set<String> STEPS = Set.of("timeline", "expect");

    private final Kinds kinds;
    private final ValueWriter values;
    private final ValueWriter inBraces;
    private final Layout layout = new Layout("#");

    YamlText(Kinds kinds, ValueWriter values, ValueWriter inBraces) {
        this.kinds = kinds;
        this.values = values;
        this.inBraces = inBraces;
    }

    String of(List<Statement> statements, List<String> rest) {
        Map<String, List<Statement>> byWord = new LinkedHashMap<>();
        statements.forEach(statement ->
                byWord.computeIfAbsent(statement.word(), word -> new ArrayList<>()).add(statement));
        byWord.forEach(this::block);
        layout.remarks(rest, "");
        return layout.text();
    }

    private void block(String word, List<Statement> statements) {
        Statement first = statements.get(0);
        layout.above(first, "");
        boolean isBody = first.phrase().body().isPresent();
        boolean isSeveral = statements.size() > 1 || first.phrase().arguments().size() > 1;
        if (isBody && STEPS.contains(word)) {
            layout.line(word + ":", first);
            statements.forEach(statement -> rows(word, statement, statement != first));
        } else if (isBody) {
            words(word, statements);
        } else if (word.equals("params") || word.equals("matrix")) {
            params(statements);
        } else if (isSeveral) {
            items(word, statements);
        } else {
            layout.line(Spelling.YAML.word(word) + ": " + behind(first.phrase(), kinds.block(word), values),
                    first);
        }
    }

    private void params(List<Statement> statements) {
        List<String> pairs = new ArrayList<>();
        statements.forEach(statement -> pairs.addAll(pairs(statement.phrase(), Optional.empty())));
        Statement first = statements.get(0);
        layout.line(first.word() + ": { " + String.join(", ", pairs) + " }", first);
    }

    private void items(String word, List<Statement> statements) {
        boolean isFirstMerged = true;
        layout.line(word + ":");
        for (Statement statement : statements) {
            if (!isFirstMerged) {
                layout.remarks(statement.before(), INDENT);
            }
            isFirstMerged = false;
            if (statement.phrase().options().isEmpty()) {
                statement.phrase().arguments().forEach(argument ->
                        layout.line(INDENT + "- " + written(kinds.argument(kinds.block(word)), argument,
                                values),
                                statement));
            } else {
                layout.line(INDENT + "- " + behind(statement.phrase(), kinds.block(word), values), statement);
            }
        }
    }

    /** {@code network} and {@code record}: words with values, one below the other. */
    private void words(String word, List<Statement> statements) {
        List<Statement> inner = statements.stream().flatMap(statement -> statement.body().stream()).toList();
        boolean isRecord = word.equals("record");
        boolean isPlain = inner.stream().allMatch(s -> s.before().isEmpty() && s.after().isEmpty());
        if (isRecord && isPlain) {
            layout.line("record: [" + String.join(", ", inner.stream().map(this::recorded).toList()) + "]",
                    statements.get(0));
            return;
        }
        layout.line(word + ":", statements.get(0));
        Map<String, List<Statement>> byWord = new LinkedHashMap<>();
        inner.forEach(statement ->
                byWord.computeIfAbsent(statement.word(), own -> new ArrayList<>()).add(statement));
        byWord.forEach((own, same) -> {
            if (same.size() > 1 && !isRecord) {
                layout.above(same.get(0), INDENT);
                layout.line(INDENT + Spelling.YAML.word(own) + ":");
                same.forEach(statement -> below(word, statement, statement != same.get(0)));
            } else {
                same.forEach(statement -> line(word, statement));
            }
        });
        statements.forEach(statement -> layout.remarks(statement.last(), INDENT));
    }

    private void line(String block, Statement statement) {
        layout.above(statement, INDENT);
        layout.line(INDENT + (block.equals("record") ? "- " + recorded(statement)
                : Spelling.YAML.word(statement.word()) + ": "
                        + behind(statement.phrase(), kinds.word(block, statement.word()), values)),
                                statement);
    }

    /** One of several with the same word. */
    private void below(String block, Statement statement, boolean isFurther) {
        if (isFurther) {
            layout.above(statement, INDENT + INDENT);
        }
        layout.line(INDENT + INDENT + "- "
                + behind(statement.phrase(), kinds.word(block, statement.word()), values), statement);
    }

    private String recorded(Statement statement) {
        Phrase phrase = statement.phrase();
        boolean isAlone = phrase.arguments().isEmpty() && phrase.options().isEmpty();
        return isAlone ? Spelling.YAML.word(phrase.word())
                : "{ " + Spelling.YAML.word(phrase.word()) + ": "
                        + behind(phrase, kinds.word("record", phrase.word()), inBraces) + " }";
    }

    private void rows(String word, Statement block, boolean isJoined) {
        if (isJoined) {
            layout.remarks(block.before(), INDENT);
        }
        List<Row> rows = new ArrayList<>();
        for (Statement statement : block.body()) {
            rows.addAll(word.equals("timeline") ? steps(statement) : List.of(expectation(statement)));
        }
        int width = rows.stream().mapToInt(row -> row.head().length()).max().orElse(0);
        for (Row row : rows) {
            if (row.isFirst()) {
                layout.above(row.statement(), INDENT);
            }
            String head = word.equals("timeline") ? Layout.padded(row.head(), width) + " " : "";
            String text = INDENT + "- { " + head + row.rest() + " }";
            if (row.isFirst()) {
                layout.line(text, row.statement());
            } else {
                layout.line(text);
            }
        }
        layout.remarks(block.last(), INDENT);
    }

    /** @param isFirst whether the remarks of the statement belong to this row */
    private record Row(Statement statement, String head, String rest, boolean isFirst) {
    }

    /** One row for each action at one time. */
    private List<Row> steps(Statement statement) {
        Phrase occasion = statement.phrase();
        Optional<Entry<?>> entry = kinds.word("timeline", occasion.word());
        List<String> when = occasion.arguments().stream()
                .map(argument -> written(kinds.argument(entry), argument, inBraces)).toList();
        String head = Spelling.YAML.word(occasion.word()) + ": " + String.join(", ", when) + ",";
        List<Row> rows = new ArrayList<>();
        for (Phrase action : occasion.body().orElse(List.of())) {
            rows.add(new Row(statement, head, pairsOf(action, kinds.action(action.word())), rows.isEmpty()));
        }
        return rows;
    }

    private Row expectation(Statement statement) {
        return new Row(statement, "", pairsOf(statement.phrase(), kinds.word("expect", statement.word())),
                true);
    }

    /** The verb with its value, and its options. */
    private String pairsOf(Phrase phrase, Optional<Entry<?>> entry) {
        List<String> pairs = new ArrayList<>();
        List<String> behind = phrase.arguments().stream()
                .map(argument -> written(kinds.argument(entry), argument, inBraces)).toList();
        pairs.add((Spelling.YAML.word(phrase.word()) + ": " + String.join(", ", behind)).strip());
        pairs.addAll(pairs(phrase, entry));
        return String.join(", ", pairs);
    }

    /** What stands behind the colon of a word: a value, or words with values. */
    private String behind(Phrase phrase, Optional<Entry<?>> entry, ValueWriter alone) {
        if (phrase.options().isEmpty()) {
            return String.join(", ", phrase.arguments().stream()
                    .map(argument -> written(kinds.argument(entry), argument, alone)).toList());
        }
        List<String> pairs = new ArrayList<>();
        String slot = entry.flatMap(Entry::argument).map(Slot::name).orElse("value");
        phrase.arguments().forEach(argument ->
                pairs.add(slot + ": " + written(kinds.argument(entry), argument, inBraces)));
        pairs.addAll(pairs(phrase, entry));
        return "{ " + String.join(", ", pairs) + " }";
    }

    private List<String> pairs(Phrase phrase, Optional<Entry<?>> entry) {
        return phrase.options().stream().map(option -> {
            String name = kinds.isWord(entry, option.name()) ? Spelling.YAML.word(option.name())
                    : option.name();
            return name + ": " + written(kinds.option(entry, phrase, option.name()), option.value(),
                    inBraces);
        }).toList();
    }

    private static String written(Optional<ValueKind> kind, Value value, ValueWriter writer) {
        return kind.isPresent() ? writer.write(kind.get(), value) : writer.anything(value);
    }
}
