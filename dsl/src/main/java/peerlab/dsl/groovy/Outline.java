package peerlab.dsl.groovy;

import java.nio.CharBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What of a script can be read by itself, as far as brackets and line ends tell: statements, and the inside
 * of braces. Where there is a doubt, things are read together.
 */
final class Outline {

    /** Parameters of a closure, and what only loops may hold: nothing without what is around them. */
    private static final Pattern BOUND = Pattern.compile("->|\\b(break|continue)\\b");

    /** A line that ends with one of these goes on, and a statement that begins with one may. */
    private static final Set<String> OPEN = Set.of(
            "if", "else", "for", "while", "do", "try", "def", "var", "final", "static", "new", "return",
            "throw", "throws", "assert", "case", "default", "switch", "in", "as", "instanceof", "import",
            "package", "class", "interface", "enum", "extends", "implements");

    /** A line that begins with one of these may go on with the one above. */
    private static final Set<String> FOLLOWING = Set.of("else", "catch", "finally", "while", "as", "in",
            "instanceof", "extends", "implements", "throws", "and", "or");

    /** What Groovy passes over; other blanks it does not take. */
    private static final String BLANKS = " \t\n";

    /** A part of the script: the first character, and the first behind it. */
    record Part(int from, int to) {
    }

    private final char[] skeleton;
    private final Map<Integer, Integer> closing = new HashMap<>();

    /** @param skeleton the script without texts and comments */
    Outline(char[] skeleton) {
        this.skeleton = skeleton;
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < skeleton.length; i++) {
            if (skeleton[i] == '{') {
                open.push(i);
            } else if (skeleton[i] == '}' && !open.isEmpty()) {
                closing.put(open.pop(), i);
            }
        }
    }

    /** Behind which brace the inside of this one ends. */
    int closing(int brace) {
        return closing.get(brace);
    }

    /** The statements between two places, or several of them together. */
    List<Part> statements(int from, int to) {
        List<Part> parts = new ArrayList<>();
        int start = from;
        int first = -1;
        int last = -1;
        int depth = 0;
        boolean isLineOver = false;
        for (int at = from; at < to; at++) {
            char c = skeleton[at];
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            if (!Character.isWhitespace(c)) {
                first = first < 0 ? at : first;
                last = at;
                isLineOver = false;
            } else if (c == '\n' && first >= 0 && !isLineOver) {
                // blank lines below it change nothing: they are passed over
                isLineOver = true;
                if (depth == 0 && isEnd(first, last, at, to)) {
                    parts.add(new Part(start, at));
                    start = at;
                    first = -1;
                }
            }
        }
        parts.add(new Part(start, to));
        return parts;
    }

    /** Whether a statement certainly ends at a line end, and another begins behind it. */
    private boolean isEnd(int first, int last, int lineEnd, int to) {
        int next = lineEnd;
        while (next < to && Character.isWhitespace(skeleton[next])) {
            next++;
        }
        if (next >= to || !Character.isLetter(skeleton[next])) {
            return false;
        }
        boolean isComplete = Character.isLetterOrDigit(skeleton[last]) || ")]}'".indexOf(skeleton[last]) >= 0;
        boolean isHead = OPEN.contains(word(first)) && skeleton[last] != '}';
        return isComplete && !isHead && skeleton[first] != '@' && !OPEN.contains(wordEndingAt(last))
                && !FOLLOWING.contains(word(next));
    }

    /**
     * A part without the blanks and remarks around it, where it certainly begins and ends by itself, whatever
     * stands on the lines above and below; else empty.
     */
    Optional<Part> whole(Part part) {
        int first = part.from();
        while (first < part.to() && BLANKS.indexOf(skeleton[first]) >= 0) {
            first++;
        }
        int last = part.to() - 1;
        while (last > first && BLANKS.indexOf(skeleton[last]) >= 0) {
            last--;
        }
        boolean isWhole = first < part.to() && Character.isLetter(skeleton[first])
                && (Character.isLetterOrDigit(skeleton[last]) || ")]}'".indexOf(skeleton[last]) >= 0)
                && !OPEN.contains(word(first)) && !FOLLOWING.contains(word(first))
                && !OPEN.contains(wordEndingAt(last));
        return isWhole ? Optional.of(new Part(first, last + 1)) : Optional.empty();
    }

    private String word(int start) {
        int end = start;
        while (end < skeleton.length && Character.isJavaIdentifierPart(skeleton[end])) {
            end++;
        }
        return new String(skeleton, start, end - start);
    }

    private String wordEndingAt(int last) {
        int start = last;
        while (start >= 0 && Character.isJavaIdentifierPart(skeleton[start])) {
            start--;
        }
        return new String(skeleton, start + 1, last - start);
    }

    /** The braces of a part whose inside can be read by itself. */
    List<Integer> blocks(Part part) {
        List<Integer> blocks = new ArrayList<>();
        int at = part.from();
        while (at < part.to()) {
            if (skeleton[at] == '{' && closing.containsKey(at)) {
                int end = closing.get(at);
                if (!BOUND.matcher(CharBuffer.wrap(skeleton, at, end - at)).find()) {
                    blocks.add(at);
                }
                at = end;
            }
            at++;
        }
        return blocks;
    }
}
