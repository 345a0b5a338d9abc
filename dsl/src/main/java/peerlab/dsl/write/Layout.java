package peerlab.dsl.write;

import java.util.ArrayList;
import java.util.List;

import peerlab.dsl.yaml.PlainScalar;

/** Lines on their way into a file. */
final class Layout {

    private final String remark;
    private final List<String> lines = new ArrayList<>();

    /** @param remark the signs that begin a remark */
    Layout(String remark) {
        this.remark = remark;
    }

    /** The blank line and the remarks above a statement. */
    void above(Statement statement, String indent) {
        if (statement.isApart()) {
            gap();
        }
        remarks(statement.before(), indent);
    }

    void remarks(List<String> texts, String indent) {
        texts.forEach(text -> lines.add((indent + remark + " " + PlainScalar.shown(text)).stripTrailing()));
    }

    /** A line with the remark at its end. */
    void line(String text, Statement statement) {
        lines.add(text + statement.after().map(after -> "  " + remark + " " + PlainScalar.shown(after))
                .orElse(""));
    }

    void line(String text) {
        lines.add(text);
    }

    /** One blank line, unless there is one or nothing at all above. */
    void gap() {
        if (!lines.isEmpty() && !lines.get(lines.size() - 1).isEmpty()) {
            lines.add("");
        }
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }

    /** The text filled with blanks up to a width. */
    static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
