package peerlab.dsl.yaml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/**
 * Hides from YAML what belongs to a value of ours. A bracket that follows a word opens no list and no map of
 * YAML's: in {@code latency: lognormal(median: 40ms, sigma: 0.5)} and {@code always: count { leader } <= 1}
 * the signs up to its partner are the value's own. They are replaced by a letter each, so that every mark
 * stays where it was; values are taken from the file itself.
 */
final class Mask {

    /** {@code !(..)} or {@code !topology.connected}: what would begin a tag, were it not a condition. */
    private static final Pattern NEGATION = Pattern.compile("!(\\(|\\p{Alpha}+\\.\\p{Alpha})");

    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";
    private static final String SIGNS = "()[]{}:,'\"#&*!|>%@`";

    private final StringBuilder text;
    private final int[] partners;

    private Mask(String text) {
        this.text = new StringBuilder(text);
        this.partners = partners(text);
    }

    /**
     * For each bracket that opens, behind the one that closes it on the same line; the place itself where
     * none does.
     */
    private static int[] partners(String text) {
        int[] partners = new int[text.length()];
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                open.clear();
            } else if (OPENING.indexOf(c) >= 0) {
                open.push(i);
                partners[i] = i;
            } else if (CLOSING.indexOf(c) >= 0 && !open.isEmpty()) {
                partners[open.pop()] = i + 1;
            }
        }
        return partners;
    }

    /** The text with what is no concern of YAML's hidden; of the same length. */
    static String over(String text) {
        Mask mask = new Mask(text);
        mask.run();
        return mask.text.toString();
    }

    private void run() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#' && (at == 0 || Character.isWhitespace(text.charAt(at - 1)))) {
                at = lineEnd(at);
            } else if ((c == '\'' || c == '"') && beginsValue(at)) {
                at = quoteEnd(at, c);
            } else if (OPENING.indexOf(c) >= 0 && followsWord(at)) {
                int end = partners[at];
                hide(at, end);
                at = Math.max(end, at + 1);
            } else {
                boolean isSecond = at > 0 && text.charAt(at - 1) == '!';
                if (c == '!' && !isSecond && NEGATION.matcher(text).region(at, text.length()).lookingAt()) {
                    hide(at, at + 1);
                }
                at++;
            }
        }
    }

    /** True for the first sign of a value: within a value without quotes around it, a quote is its own. */
    private boolean beginsValue(int at) {
        int before = at - 1;
        while (before >= 0 && text.charAt(before) == ' ') {
            before--;
        }
        return before < 0 || ":,[{-?\n".indexOf(text.charAt(before)) >= 0;
    }

    /** True where the last thing on the line before is a part of a word. */
    private boolean followsWord(int at) {
        int before = at - 1;
        while (before >= 0 && text.charAt(before) == ' ') {
            before--;
        }
        return before >= 0 && (Character.isLetterOrDigit(text.charAt(before)) || text.charAt(before) == '_');
    }

    private int lineEnd(int at) {
        int end = text.indexOf("\n", at);
        return end < 0 ? text.length() : end;
    }

    private int quoteEnd(int start, char quote) {
        for (int i = start + 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\' && quote == '"') {
                i++;
            } else if (text.charAt(i) == quote) {
                return i + 1;
            }
        }
        return text.length();
    }

    private void hide(int start, int end) {
        for (int i = start; i < end; i++) {
            if (SIGNS.indexOf(text.charAt(i)) >= 0) {
                text.setCharAt(i, 'x');
            }
        }
    }
}
