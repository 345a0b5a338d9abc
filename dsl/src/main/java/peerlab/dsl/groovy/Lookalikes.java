package peerlab.dsl.groovy;

import java.util.regex.Pattern;

/**
 * Answers signs and words that mean something elsewhere, in a text editor, in a shell, in English, and that
 * Groovy's parser would blame something else for: typographic quotes, {@code # a remark}, {@code in(50.s)}.
 */
final class Lookalikes {

    private static final Pattern OF_PEERS = Pattern.compile("\\b(join|leave|crash|restart|wipe|partition|"
            + "isolate|pause|slow|skew|churn|drop|delay|throttle|byzantine)\\s+$");
    /** So many characters before a number may tell what it is of. */
    static final int NEAR = 40;

    private static final String QUOTES = "\u2018\u201a\u201c\u201e\u00ab\u2019\u201d\u00bb";
    private static final String CLOSING = "\u2019\u201d\u00bb\u2018\u201c'\"";

    private final ScriptText script;
    private final Complaints complaints;

    Lookalikes(ScriptText script, Complaints complaints) {
        this.script = script;
        this.complaints = complaints;
    }

    /** True where a sign begins a remark, or a text, for others. */
    static boolean isOne(char c) {
        return c == '#' || QUOTES.indexOf(c) >= 0;
    }

    /** Says so, and finds the end of that remark, or of that text; of the one sign where it has none. */
    int end(int start) {
        if (script.at(start) == '#') {
            complaints.error(script.mark(start, start + 1), "a remark does not begin with '#'",
                    "write // before it");
            return script.lineEnd(start);
        }
        int end = start + 1;
        while (end < script.lineEnd(start) && CLOSING.indexOf(script.at(end)) < 0) {
            end++;
        }
        boolean isClosed = end < script.lineEnd(start);
        int behind = isClosed ? end + 1 : start + 1;
        complaints.errorInNumber(script.mark(start, behind), "a typographic quote, " + script.at(start),
                isClosed ? "write '" + script.cut(start + 1, end) + "'" : "write '");
        complaints.settle(script.mark(start, start + 1));
        return behind;
    }

    /** What else to write for a percentage directly behind a word that wants to know who is meant. */
    String orOfPeers(String number, int start) {
        String line = script.cut(Math.max(script.lineStart(start), start - NEAR), start);
        return OF_PEERS.matcher(line).find() ? "; of the peers: any(" + number + ".percent)" : "";
    }

    /** True for {@code in(50.s)}, which Groovy would join to the line above. */
    boolean isIn(String word, int start, int end, boolean isFirst) {
        boolean isIn = isFirst && word.equals("in") && script.at(end) == '(';
        if (isIn) {
            complaints.error(script.mark(start, end), "'in' does not say when",
                    "write at(50.s) { ... } or during(30.s..40.s) { ... }");
        }
        return isIn;
    }
}
