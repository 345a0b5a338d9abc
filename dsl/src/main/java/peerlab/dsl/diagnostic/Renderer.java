package peerlab.dsl.diagnostic;

import java.util.List;
import java.util.Map;

import peerlab.dsl.diagnostic.Diagnostic.Severity;
import peerlab.engine.base.SourcePlace;

/**
 * Writes diagnostics as a person reads them: the place, the line, carets under what is meant, the remedy.
 */
public final class Renderer {

    /** Of a longer line only the part around the place is shown. */
    private static final int WIDEST = 160;

    private static final String RED = "\u001b[1;31m";
    private static final String YELLOW = "\u001b[1;33m";
    private static final String CYAN = "\u001b[36m";
    private static final String PLAIN = "\u001b[0m";

    private final Map<String, Source> sources;
    private final boolean isColoured;

    /** @param sources the files by the names that places give them */
    public Renderer(Map<String, Source> sources, boolean isColoured) {
        this.sources = sources;
        this.isColoured = isColoured;
    }

    /** All of them, and how many errors there are; empty where there is nothing to say. */
    public String render(List<Diagnostic> diagnostics) {
        StringBuilder text = new StringBuilder();
        for (Diagnostic diagnostic : diagnostics) {
            one(diagnostic, text);
            text.append('\n');
        }
        long errors = diagnostics.stream().filter(d -> d.severity() == Severity.ERROR).count();
        if (errors > 0) {
            text.append(errors).append(errors == 1 ? " error" : " errors").append(", nothing was run\n");
        }
        return text.toString();
    }

    private void one(Diagnostic diagnostic, StringBuilder text) {
        SourcePlace place = diagnostic.place();
        String colour = diagnostic.severity() == Severity.ERROR ? RED : YELLOW;
        text.append(printable(place.file()));
        if (place.isKnown()) {
            text.append(':').append(place.line()).append(':').append(place.column());
        }
        text.append(": ");
        if (diagnostic.severity() != Severity.ERROR) {
            text.append(paint(colour, diagnostic.severity() == Severity.WARNING ? "warning: " : "note: "));
        }
        text.append(printable(diagnostic.message())).append('\n');
        String margin = " ".repeat(5);
        Source source = sources.get(place.file());
        if (source != null && place.isKnown()) {
            margin = " ".repeat(String.valueOf(place.line()).length() + 3);
            line(source.line(place.line()), place, colour, margin, text);
        }
        for (String remedy : diagnostic.remedy().stream().toList()) {
            text.append(margin).append(paint(CYAN, "= ")).append(printable(remedy)).append('\n');
        }
    }

    private void line(String line, SourcePlace place, String colour, String margin, StringBuilder text) {
        int column = Math.min(place.column() - 1, line.length());
        int start = column + place.length() < WIDEST ? 0 : Math.max(0, column - WIDEST / 4);
        String shown = line.substring(start, Math.min(line.length(), start + WIDEST));
        int length = Math.max(1, Math.min(place.length(), shown.length() - (column - start)));
        text.append("  ").append(place.line()).append(" | ").append(printable(shown).stripTrailing())
                .append('\n');
        text.append(margin).append("| ").append(" ".repeat(column - start))
                .append(paint(colour, "^".repeat(length))).append('\n');
    }

    private String paint(String colour, String words) {
        return isColoured ? colour + words + PLAIN : words;
    }

    /** Nothing that a file contains moves the cursor or rings the bell. */
    private static String printable(String line) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            safe.append(c == '\t' ? ' ' : Character.isISOControl(c) ? '?' : c);
        }
        return safe.toString();
    }
}
