package peerlab.dsl.reference;

import java.util.List;
import java.util.stream.Collectors;

/** A page of Markdown while it is written. */
final class Page {

    private static final int COLUMNS = 120;

    private final StringBuilder text = new StringBuilder();

    void line(String line) {
        text.append(line).append('\n');
    }

    void title(String title) {
        line("## " + title + "\n");
    }

    void subtitle(String title) {
        line("### " + title + "\n");
    }

    /** Words in lines of a readable length, with a blank line before and after. */
    void paragraph(String... parts) {
        if (text.length() > 1 && text.charAt(text.length() - 2) != '\n') {
            line("");
        }
        int column = 0;
        for (String word : String.join(" ", parts).split(" +")) {
            boolean isFirst = column == 0;
            boolean fits = column + 1 + word.length() <= COLUMNS;
            text.append(isFirst ? "" : fits ? " " : "\n").append(word);
            column = isFirst || !fits ? word.length() : column + 1 + word.length();
        }
        line("\n");
    }

    void item(String item) {
        line("- " + item);
    }

    /** The same thing in both languages. */
    void both(String groovy, String yaml) {
        block("groovy", List.of(groovy));
        block("yaml", List.of(yaml));
    }

    /** Lines as they stand; nothing where there are none. */
    void block(String language, List<String> lines) {
        if (!lines.isEmpty()) {
            line("```" + language);
            lines.forEach(this::line);
            line("```\n");
        }
    }

    /** The head of a table; its rows follow. */
    void table(List<String> columns) {
        row(columns.toArray(String[]::new));
        line(columns.stream().map(column -> "---").collect(Collectors.joining("|", "|", "|")));
    }

    void row(String... cells) {
        line(List.of(cells).stream().map(cell -> cell.replace("||", "\\|\\|"))
                .collect(Collectors.joining(" | ", "| ", " |")));
    }

    String text() {
        return text.toString();
    }
}
