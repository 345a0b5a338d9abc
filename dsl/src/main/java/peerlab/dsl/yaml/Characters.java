package peerlab.dsl.yaml;

import java.util.Optional;

import peerlab.dsl.diagnostic.Diagnostic;
import peerlab.dsl.diagnostic.Source;
import peerlab.engine.base.SourcePlace;

/** Finds the first character that a file in YAML must not have, before anything else is read of it. */
final class Characters {

    private static final String LINE_ENDS = "\u0085\u2028\u2029";

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
        return Optional.empty();
    }

    /** What YAML allows in a file. */
    private static boolean isText(int c) {
        boolean isControl = c < ' ' && c != '\n' && c != '\r' && c != '\t' || c >= 0x7f && c < 0xa0;
        boolean isHalf = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return !isControl && !isHalf && c != 0xfffe && c != 0xffff;
    }
}
