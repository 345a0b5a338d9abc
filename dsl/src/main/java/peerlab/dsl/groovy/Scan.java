package peerlab.dsl.groovy;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Set;

import peerlab.dsl.value.Quantity;

/**
 * The first look at a script, character by character. It answers what Groovy's parser would answer badly or
 * two columns late (a bracket or a text that is never closed, {@code 30%}, {@code 20ms}, {@code $n}), and
 * puts signs that Groovy reads in the place of words that only the scenario language knows ({@code and},
 * {@code or}, {@code not}). Every repair keeps each character in its column, and the text of values is
 * always taken from the original.
 */
final class Scan {

    /**
     * Brackets within brackets, signs before signs, choices within choices; beyond it Groovy's parser would
     * overflow the stack, or take minutes. Values nest less deep in both languages; here they stand in
     * blocks.
     */
    static final int DEPTH_LIMIT = 45;
    /** What may begin a type within a type, or set something to what is set: grows with the square. */
    static final int ANGLES_LIMIT = 300;
    /** Of one line; what they take to parse grows with their square. */
    static final int BRACES_LIMIT = 1_000;
    /** Lines in a row with nothing to read; what they take to parse grows with their square. */
    static final int EMPTY_LINES_LIMIT = 1_000;
    /** Lines of a script; what they take to parse grows faster than they do. */
    static final int LINES_LIMIT = 20_000;

    private static final Set<String> SUFFIXES = Set.of("g", "G", "l", "L", "i", "I", "d", "D", "f", "F");

    private final ScriptText script;
    private final Lookalikes lookalikes;
    private final Complaints complaints;
    private final char[] mended;
    private final char[] skeleton;
    private final Deque<Opened> open = new ArrayDeque<>();
    private Opened suspect;
    private boolean isClosed = true;
    private int next;
    private char before = '\n';
    private int signs;
    private int choices;
    private int angles;
    private int braces;
    private int members;

    Scan(ScriptText script, Complaints complaints) {
        this.script = script;
        this.complaints = complaints;
        this.lookalikes = new Lookalikes(script, complaints);
        this.mended = script.text().toCharArray();
        this.skeleton = script.text().toCharArray();
        for (int i = 0; i < mended.length; i++) {
            mended[i] = Surrogates.hidden(mended[i]);
        }
        if (script.text().startsWith("#!")) {
            hide(0, script.lineEnd(0), ' ');
            next = script.lineEnd(0);
        }
        if (script.text().lines().count() > LINES_LIMIT) {
            fatal(0, 1, "a script has at most " + LINES_LIMIT + " lines",
                    "say what repeats in a loop: for (i in 1..100) { ... }");
        }
        while (next < script.length() && isClosed) {
            step();
        }
        if (isClosed && !open.isEmpty()) {
            unclosed(suspect != null ? suspect : open.peekLast());
        }
        if (isClosed) {
            emptyLines();
        }
    }

    /** Ends the reading where too many lines in a row, with something behind them, have nothing in them. */
    private void emptyLines() {
        int lines = 0;
        int first = 0;
        for (int i = 0; i < skeleton.length; i++) {
            if (skeleton[i] == '\n') {
                first = lines == 0 ? i : first;
                lines++;
            } else if (!Character.isWhitespace(skeleton[i])) {
                if (lines > EMPTY_LINES_LIMIT) {
                    fatal(first, first + 1, "more than " + EMPTY_LINES_LIMIT
                            + " lines in a row with nothing to read in them", "take them out");
                    return;
                }
                lines = 0;
            }
        }
    }

    /** False where a bracket, a text or a comment never ends, so that nothing sensible can be read. */
    boolean isClosed() {
        return isClosed;
    }

    /** The script as Groovy shall read it. */
    char[] mended() {
        return mended;
    }

    /** The mended script with texts and comments blotted out, for those who look for brackets and ends. */
    char[] skeleton() {
        return skeleton;
    }

    private void step() {
        char c = script.at(next);
        boolean isBetweenSigns = Character.isWhitespace(c) || "+-!~".indexOf(c) >= 0;
        signs = isBetweenSigns ? signs : 0;
        if (c == '/' && script.at(next + 1) == '/') {
            comment(script.lineEnd(next));
        } else if (c == '/' && script.at(next + 1) == '*') {
            int end = script.text().indexOf("*/", next + 2);
            if (end < 0) {
                fatal(next, next + 2, "the comment that begins here never ends", "close it with */");
            } else {
                comment(end + 2);
            }
        } else if (c == '\'' || c == '"' || c == '/' && !isOperand(before)) {
            quoted(c);
        } else if (Lookalikes.isOne(c)) {
            blot(lookalikes.end(next));
        } else if (Character.isDigit(c)) {
            number();
        } else if (Character.isJavaIdentifierStart(c)) {
            word();
        } else {
            bracket(c);
            depth(c);
            before = Character.isWhitespace(c) && c != '\n' ? before : c;
            next++;
        }
    }

    /** Counts what nests without brackets: {@code - - -x}, {@code a ? b : c ? d : e}. */
    private void depth(char c) {
        signs += "+-!~".indexOf(c) >= 0 ? 1 : 0;
        boolean isOver = ";{}".indexOf(c) >= 0 || c == '\n' && "?:<".indexOf(before) < 0;
        choices = isOver ? 0 : c == '?' ? choices + 1 : choices;
        angles = isOver ? 0 : c == '<' || c == '.' || isSetting(c) ? angles + 1 : angles;
        braces = c == '\n' ? 0 : "{(".indexOf(c) >= 0 ? braces + 1 : braces;
        if (!Character.isWhitespace(c) && isFirst(next)) {
            members = ".?(".indexOf(c) >= 0 ? members + 1 : 0;
        }
        if (signs > DEPTH_LIMIT || choices > DEPTH_LIMIT || members > DEPTH_LIMIT) {
            tooDeep(next, "signs");
        } else if (angles > ANGLES_LIMIT || braces > BRACES_LIMIT) {
            fatal(next, next + 1, "more of '" + c + "' than anybody needs in one statement",
                    "write it in several");
        }
    }

    private boolean isSetting(char c) {
        return c == '=' && script.at(next + 1) != '=' && "=!<>".indexOf(script.at(next - 1)) < 0;
    }

    private boolean isFirst(int place) {
        return skipBlanks(script.lineStart(place)) == place;
    }

    /** Puts a text, or nothing, in the place of what Groovy cannot read. */
    private void blot(int end) {
        boolean isText = script.at(next) != '#' && end - next > 1;
        Arrays.fill(mended, next, end, ' ');
        mended[next] = mended[end - 1] = isText ? '\'' : ' ';
        hide(next, end, isText ? '\'' : ' ');
        before = isText ? '\'' : before;
        next = end;
    }

    private void comment(int end) {
        hide(next, end, ' ');
        next = end;
    }

    private static boolean isOperand(char c) {
        return Character.isJavaIdentifierPart(c) || c == ')' || c == ']' || c == '}' || c == '\'';
    }

    private void quoted(char quote) {
        int start = next;
        String triple = String.valueOf(quote).repeat(3);
        boolean isTriple = quote != '/' && script.text().startsWith(triple, start);
        int i = start + (isTriple ? 3 : 1);
        while (i < script.length()) {
            char c = script.at(i);
            if (c == '\\') {
                i += 2;
            } else if (isTriple ? script.text().startsWith(triple, i) : c == quote) {
                int end = i + (isTriple ? 3 : 1);
                hide(start, end, '\'');
                before = '\'';
                next = end;
                return;
            } else if (c == '\n' && !isTriple) {
                break;
            } else if (quote != '\'' && c == '$' && script.at(i + 1) == '{') {
                i = insertEnd(i + 2);
            } else {
                i++;
            }
        }
        if (!isClosed) {
            return;
        }
        if (quote == '/') {
            next++;
            before = quote;
        } else {
            fatal(start, start + 1, "the text that begins here has no closing quote",
                    "close it with " + quote + "; a text with an apostrophe stands in \"double quotes\"");
        }
    }

    /**
     * Behind the brace that ends what is inserted into a text; a text within it may hold braces of its own.
     */
    private int insertEnd(int start) {
        int depth = 1;
        int i = start;
        while (i < script.length() && depth > 0 && script.at(i) != '\n') {
            char c = script.at(i);
            if (c == '\'') {
                int end = script.text().indexOf('\'', i + 1);
                i = end < 0 ? i : end;
            }
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            i++;
            if (depth > DEPTH_LIMIT) {
                tooDeep(i - 1, "brackets");
                return script.length();
            }
        }
        return i;
    }

    private void number() {
        int start = next;
        int i = digits(start);
        if (script.at(i) == '.' && Character.isDigit(script.at(i + 1))) {
            i = digits(i + 1);
        }
        if ((script.at(i) == 'e' || script.at(i) == 'E') && isExponent(i + 1)) {
            i = digits(i + 2);
        }
        int end = i;
        while (Character.isJavaIdentifierPart(script.at(end)) && end < script.length()) {
            end++;
        }
        String number = script.cut(start, i);
        String suffix = script.cut(i, end);
        boolean isPlain = suffix.isEmpty() || SUFFIXES.contains(suffix) || number.equals("0");
        if (!isPlain) {
            Arrays.fill(mended, i, end, ' ');
            if (Quantity.of(BigDecimal.ONE, suffix).isPresent()) {
                complaints.errorInNumber(script.mark(start, end),
                        "'" + number + suffix + "' lacks a dot", "write " + number + "." + suffix);
            }
        } else if (script.at(end) == '%' && script.isPercent(end)) {
            complaints.errorInNumber(script.mark(start, end + 1),
                    "'" + number + "%' is not how Groovy writes a percentage",
                    "write " + number + ".percent" + lookalikes.orOfPeers(number, start));
            mended[end] = ' ';
            skeleton[end] = ' ';
            end++;
        }
        before = '0';
        next = end;
    }

    private boolean isExponent(int i) {
        char sign = script.at(i);
        return Character.isDigit(sign) || (sign == '-' || sign == '+')
                && Character.isDigit(script.at(i + 1));
    }

    private int digits(int from) {
        int i = from;
        while (Character.isDigit(script.at(i)) || script.at(i) == '_') {
            i++;
        }
        return i;
    }

    private void word() {
        int start = next;
        members = isFirst(start) ? 0 : members;
        int end = start;
        while (end < script.length() && Character.isJavaIdentifierPart(script.at(end))) {
            end++;
        }
        String word = script.cut(start, end);
        boolean isName = before == '.' || script.at(skipBlanks(end)) == ':';
        if (word.startsWith("$") && word.length() > 1) {
            complaints.error(script.mark(start, end), "in Groovy a parameter has no '$' before its name",
                    "write " + word.substring(1));
        } else if (!isName && !open.isEmpty()) {
            sign(word, start);
        }
        if (lookalikes.isIn(word, start, end, isFirst(start))) {
            "at".getChars(0, 2, mended, start);
            "at".getChars(0, 2, skeleton, start);
        }
        if (word.equals("in") && before == ':') {
            mended[start + 1] = 'N';
        }
        before = word.charAt(word.length() - 1);
        next = end;
    }

    private void sign(String word, int start) {
        String sign = switch (word) {
            case "and" -> "&& ";
            case "or" -> "||";
            case "not" -> "!  ";
            default -> "";
        };
        sign.getChars(0, sign.length(), mended, start);
    }

    private int skipBlanks(int from) {
        int i = from;
        while (script.at(i) == ' ' || script.at(i) == '\t') {
            i++;
        }
        return i;
    }

    private void bracket(char c) {
        if ("([{".indexOf(c) >= 0) {
            open.push(new Opened(c, next));
            if (open.size() > DEPTH_LIMIT) {
                tooDeep(next, "brackets");
            }
        } else if (")]}".indexOf(c) >= 0) {
            close(c);
        }
    }

    private void close(char c) {
        if (open.isEmpty()) {
            complaints.error(script.mark(next, next + 1), "'" + c + "' closes nothing", "remove it");
            mended[next] = ' ';
            skeleton[next] = ' ';
            return;
        }
        Opened last = open.peek();
        if (last.closing() != c) {
            unclosed(last);
            return;
        }
        if (suspect == null && isFirst(next) && indent(last) != script.indent(next)
                && open.stream().anyMatch(o -> indent(o) == script.indent(next))) {
            suspect = last;
        }
        open.pop();
    }

    private int indent(Opened opened) {
        return script.indent(opened.offset());
    }

    private void unclosed(Opened opened) {
        fatal(opened.offset(), opened.offset() + 1, "'" + opened.sign() + "' is never closed",
                "add '" + opened.closing() + "' where " + (opened.sign() == '{' ? "the block" : "it")
                + " ends");
    }

    private void tooDeep(int place, String what) {
        fatal(place, place + 1, "this is nested more than " + DEPTH_LIMIT + " " + what + " deep",
                "write it flatter");
    }

    private void fatal(int start, int end, String message, String remedy) {
        isClosed = false;
        complaints.error(script.mark(start, end), message, remedy);
    }

    private void hide(int start, int end, char sign) {
        for (int i = start; i < Math.min(end, skeleton.length); i++) {
            skeleton[i] = skeleton[i] == '\n' ? '\n' : sign;
        }
    }

    private record Opened(char sign, int offset) {
        char closing() {
            return sign == '(' ? ')' : sign == '[' ? ']' : '}';
        }
    }
}
