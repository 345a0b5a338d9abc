package peerlab.dsl.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import peerlab.dsl.grammar.Phrase;
import peerlab.dsl.grammar.Value;
import peerlab.engine.base.SourcePlace;

/** Gives each statement of a file the remarks and the blank lines that stand around it. */
final class Margins {

    /** Their braces hold statements of their own, with remarks of their own. */
    private static final Set<String> GATHERING = Set.of("timeline", "expect", "network", "record");

    private final String[] lines;
    private final List<Comment> waiting;
    private int lastLine;

    Margins(String text, List<Comment> comments) {
        this.lines = text.split("\r\n|\r|\n", -1);
        this.waiting = new ArrayList<>(comments);
    }

    /** The statements of the top level, in their order. */
    List<Statement> statements(List<Phrase> phrases) {
        List<Statement> statements = new ArrayList<>();
        for (int i = 0; i < phrases.size(); i++) {
            int next = i + 1 < phrases.size() ? phrases.get(i + 1).place().line() : Integer.MAX_VALUE;
            statements.add(statement(phrases.get(i), next, true));
        }
        return statements;
    }

    /** What stands below the last statement. */
    List<String> rest() {
        return waiting.stream().map(Comment::text).toList();
    }

    private Statement statement(Phrase phrase, int next, boolean isTop) {
        int line = phrase.place().line();
        List<Comment> above = take(comment -> comment.line() < line);
        int first = above.isEmpty() ? line : above.get(0).line();
        boolean isApart = line > lastLine && isBlankAbove(isTop ? keyOf(first) : first);
        lastLine = Math.max(lastLine, line);
        boolean gathers = isTop && GATHERING.contains(phrase.word()) && phrase.body().isPresent();
        List<Statement> body = new ArrayList<>();
        List<String> last = List.of();
        Optional<String> after;
        if (gathers) {
            List<Phrase> inner = phrase.body().get();
            boolean isOneLine = !inner.isEmpty() && inner.get(0).place().line() == line;
            after = isOneLine ? Optional.empty() : joined(take(c -> !c.isAlone() && c.line() == line));
            for (int i = 0; i < inner.size(); i++) {
                int following = i + 1 < inner.size() ? inner.get(i + 1).place().line() : next;
                body.add(statement(inner.get(i), following, false));
            }
            last = take(c -> c.line() < next && c.isAlone() && c.column() > 1).stream().map(Comment::text)
                    .toList();
        } else {
            int end = Math.min(Math.max(lastLineOf(phrase), line), next - 1);
            after = joined(take(c -> c.line() >= line && c.line() <= Math.max(end, line)
                    && (!c.isAlone() || c.line() < end)));
        }
        return new Statement(phrase, above.stream().map(Comment::text).toList(), after, isApart, body, last);
    }

    private interface Choice {
        boolean isMeant(Comment comment);
    }

    private List<Comment> take(Choice choice) {
        List<Comment> taken = waiting.stream().filter(choice::isMeant).toList();
        waiting.removeAll(taken);
        return taken;
    }

    private static Optional<String> joined(List<Comment> comments) {
        String text = String.join("; ", comments.stream().map(Comment::text).filter(t -> !t.isEmpty())
                .toList());
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** The line of the key that begins a list of YAML's, for its first item; else the line itself. */
    private int keyOf(int line) {
        boolean isFirstItem = line >= 2 && line - 2 < lines.length
                && lines[line - 2].matches("\\w+:\\s*(#.*)?");
        return isFirstItem ? line - 1 : line;
    }

    private boolean isBlankAbove(int line) {
        return line >= 2 && line - 2 < lines.length && lines[line - 2].isBlank();
    }

    private static int lastLineOf(Phrase phrase) {
        int last = phrase.place().line();
        for (Value argument : phrase.arguments()) {
            last = Math.max(last, lastLineOf(argument));
        }
        for (Phrase.Option option : phrase.options()) {
            last = Math.max(last, lastLineOf(option.value()));
        }
        for (Phrase inner : phrase.body().orElse(List.of())) {
            last = Math.max(last, lastLineOf(inner));
        }
        return last;
    }

    private static int lastLineOf(Value value) {
        SourcePlace place = value.place();
        if (value instanceof Value.Written written) {
            return place.line() + (int) written.text().chars().filter(c -> c == '\n').count();
        }
        return value instanceof Value.Sequence sequence
                ? sequence.items().stream().mapToInt(Margins::lastLineOf).max().orElse(place.line())
                : place.line();
    }
}
