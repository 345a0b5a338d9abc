package peerlab.dsl.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import peerlab.dsl.grammar.Entry;
import peerlab.dsl.grammar.Phrase;
import peerlab.dsl.grammar.ValueKind;
import peerlab.dsl.value.ValueWriter;

/** Lays statements out as Groovy, the way the examples of the language are. */
final class GroovyText {

    private static final String INDENT = "    ";

    /** The braces behind a longer line begin right behind it, not in the column of the others. */
    private static final int MOST_ALIGNED = 72;

    /** Statements whose values stand in one column where they follow each other. */
    private static final Set<String> COLUMNS = Set.of("seed", "seeds", "params", "matrix");

    private final Kinds kinds;
    private final ValueWriter values;
    private final Layout layout = new Layout("//");

    GroovyText(Kinds kinds, ValueWriter values) {
        this.kinds = kinds;
        this.values = values;
    }

    String of(List<Statement> statements, List<String> rest) {
        for (int i = 0; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            layout.above(statement, "");
            if (statement.phrase().body().isPresent()) {
                block(statement);
            } else {
                layout.line(simple(statement.phrase(), kinds.block(statement.word()), column(statements, i)),
                        statement);
            }
        }
        layout.remarks(rest, "");
        return layout.text();
    }

    /** How wide the words are that share a column with this one. */
    private static int column(List<Statement> statements, int index) {
        if (!COLUMNS.contains(statements.get(index).word())) {
            return 0;
        }
        int first = index;
        while (first > 0 && !statements.get(first).isApart()
                && COLUMNS.contains(statements.get(first - 1).word())) {
            first--;
        }
        int width = 0;
        for (int i = first; i < statements.size() && COLUMNS.contains(statements.get(i).word())
                && (i == first || !statements.get(i).isApart()); i++) {
            width = Math.max(width, statements.get(i).word().length());
        }
        return width;
    }

    private void block(Statement statement) {
        layout.line(statement.word() + " {", statement);
        boolean areWords = Set.of("network", "record").contains(statement.word());
        if (areWords) {
            int width = statement.body().stream().mapToInt(inner -> inner.word().length()).max().orElse(0);
            for (Statement inner : statement.body()) {
                layout.above(inner, INDENT);
                layout.line(INDENT + simple(inner.phrase(), kinds.word(statement.word(), inner.word()),
                        statement.word().equals("network") ? width : 0), inner);
            }
        } else {
            rows(statement);
        }
        layout.remarks(statement.last(), INDENT);
        layout.line("}");
    }

    private void rows(Statement block) {
        List<String> heads = new ArrayList<>();
        block.body().forEach(inner -> heads.add(head(inner.phrase(),
                kinds.word(block.word(), inner.word()))));
        int width = heads.stream().mapToInt(String::length).filter(length -> length <= MOST_ALIGNED).max()
                .orElse(0);
        for (int i = 0; i < heads.size(); i++) {
            Statement inner = block.body().get(i);
            layout.above(inner, INDENT);
            String head = INDENT + Layout.padded(heads.get(i), width) + "  {";
            List<String> inside = inside(inner.phrase(), kinds.word(block.word(), inner.word()));
            if (inside.size() == 1) {
                layout.line(head + " " + inside.get(0) + " }", inner);
            } else {
                layout.line(head, inner);
                inside.forEach(line -> layout.line(INDENT + INDENT + line));
                layout.line(INDENT + "}");
            }
        }
    }

    /** What stands before the braces. */
    private String head(Phrase phrase, Optional<Entry<?>> entry) {
        List<String> parts = new ArrayList<>();
        if (phrase.body().isPresent()) {
            phrase.arguments().forEach(argument -> parts.add(written(kinds.argument(entry), argument)));
        }
        parts.addAll(options(phrase, entry));
        return phrase.word() + (parts.isEmpty() ? "" : "(" + String.join(", ", parts) + ")");
    }

    /** What stands in the braces. */
    private List<String> inside(Phrase phrase, Optional<Entry<?>> entry) {
        if (phrase.body().isPresent()) {
            return phrase.body().get().stream()
                    .map(action -> simple(action, kinds.action(action.word()), 0)).toList();
        }
        return phrase.arguments().stream().map(argument -> written(kinds.argument(entry), argument)).toList();
    }

    private String simple(Phrase phrase, Optional<Entry<?>> entry, int width) {
        List<String> parts = new ArrayList<>();
        phrase.arguments().forEach(argument -> parts.add(written(kinds.argument(entry), argument)));
        parts.addAll(options(phrase, entry));
        if (parts.isEmpty()) {
            return phrase.word();
        }
        boolean needsParentheses = "[(-".indexOf(parts.get(0).charAt(0)) >= 0;
        return needsParentheses ? phrase.word() + "(" + String.join(", ", parts) + ")"
                : Layout.padded(phrase.word(), width) + " " + String.join(", ", parts);
    }

    private List<String> options(Phrase phrase, Optional<Entry<?>> entry) {
        return phrase.options().stream().map(option -> {
            Optional<ValueKind> kind = kinds.option(entry, phrase, option.name());
            String value = written(kind, option.value());
            boolean isBare = option.name().equals("storage") && value.matches("'\\w+'");
            String spelled = kind.filter(ValueKind::isCondition).isPresent() ? "{ " + value + " }"
                    : isBare ? value.substring(1, value.length() - 1) : value;
            return spelledName(option.name()) + ": " + spelled;
        }).toList();
    }

    /** In quotes where the author chose a name that Groovy would not take without them. */
    private static String spelledName(String name) {
        return name.matches("[A-Za-z_]\\w*") ? name : "'" + name + "'";
    }

    private String written(Optional<ValueKind> kind, peerlab.dsl.grammar.Value value) {
        return kind.isPresent() ? values.write(kind.get(), value) : values.anything(value);
    }
}
