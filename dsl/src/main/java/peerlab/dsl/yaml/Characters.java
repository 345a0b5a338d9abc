package peerlab.dsl.yaml;

import java.util.Optional;

import peerlab.dsl.diagnostic.Diagnostic;
import peerlab.dsl.diagnostic.Source;
import peerlab.engine.base.SourcePlace;

/** Finds the first character that a file in YAML must not have, before anything else is read of it. */
final class Characters {

    private static final String LINE_ENDS = "\u0085\u2028\u2029";

    /** Fewer than a script may have, so that each file can be written in the other language. */
    private static final int EMPTY_LINES_LIMIT = 900;

    private final Source source;

    Characters(Source source) {
        this.source = source;
    }

    Optional<Diagnostic> complaint() {
        String text = source.text();
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            boolean isLineEnd = LINE_ENDS.indexOf(c) >= 0;
            if (isLineEnd || !isText(c)) {
                SourcePlace place = new SourcePlace(source.file(), line, i - lineStart + 1, 1);
                return Optional.of(Diagnostic.error(place, String.format(isLineEnd
                        ? "a character that ends a line for some programs and not for others, U+%04X"
                        : "a character that no text contains, U+%04X", c),
                        isLineEnd ? "put a blank in its place" : "take it out"));
            }
            if (c == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return emptyLines();
    }

    /** Too many lines in a row with nothing but remarks, which a script could not have. */
    private Optional<Diagnostic> emptyLines() {
        int number = 0;
        int empty = 0;
        for (String line : (Iterable<String>) source.text().lines()::iterator) {
            number++;
            String written = line.stripLeading();
            boolean isEmpty = written.isEmpty() || written.charAt(0) == '#';
            if (!isEmpty && empty > EMPTY_LINES_LIMIT) {
                return Optional.of(Diagnostic.error(new SourcePlace(source.file(), number - empty, 1, 1),
                        "more than " + EMPTY_LINES_LIMIT + " lines in a row with nothing to read in them",
                        "take them out"));
            }
            empty = isEmpty ? empty + 1 : 0;
        }
        return Optional.empty();
    }

    /** What YAML allows in a file. */
    private static boolean isText(int c) {
        boolean isControl = c < ' ' && c != '\n' && c != '\r' && c != '\t' || c >= 0x7f && c < 0xa0;
        boolean isHalf = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return !isControl && !isHalf && c != 0xfffe && c != 0xffff;
    }
}
