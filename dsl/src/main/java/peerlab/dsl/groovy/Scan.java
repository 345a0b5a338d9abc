package peerlab.dsl.groovy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    private final Ending ending;
    private final Brackets brackets;
    private final Nesting nesting;
    private int next;
    /** The last character that is more than a blank, a remark or something that was blotted out. */
    private int seen = -1;
    private char before = '\n';

    Scan(ScriptText script, Complaints complaints) {
        this.script = script;
        this.complaints = complaints;
        this.lookalikes = new Lookalikes(script, complaints);
        this.ending = new Ending(script, complaints);
        this.brackets = new Brackets(script, complaints, ending);
        this.nesting = new Nesting(script, ending);
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
            ending.at(0, 1, "a script has at most " + LINES_LIMIT + " lines",
                    "say what repeats in a loop: for (i in 1..100) { ... }");
        }
        while (next < script.length() && !ending.isReached()) {
            int start = next;
            step();
            seen = isVisible(start) || isVisible(next - 1) ? next - 1 : seen;
        }
        if (!ending.isReached()) {
            brackets.end();
        }
        if (!ending.isReached()) {
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
                    ending.at(first, first + 1, "more than " + EMPTY_LINES_LIMIT
                            + " lines in a row with nothing to read in them", "take them out");
                    return;
                }
                lines = 0;
            }
        }
    }

    /** False where a bracket, a text or a comment never ends, so that nothing sensible can be read. */
    boolean isClosed() {
        return !ending.isReached();
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
        nesting.begin(c);
        if (c == '/' && script.at(next + 1) == '/') {
            comment(script.lineEnd(next));
        } else if (c == '/' && script.at(next + 1) == '*') {
            int end = script.text().indexOf("*/", next + 2);
            if (end < 0) {
                ending.at(next, next + 2, "the comment that begins here never ends", "close it with */");
            } else {
                comment(end + 2);
            }
        } else if (c == '\'' || c == '"' || c == '/' && !isOperand(before)) {
            nesting.value();
            quoted(c);
        } else if (Lookalikes.isOne(c)) {
            blot(lookalikes.end(next));
        } else if (Character.isDigit(c)) {
            nesting.value();
            number();
        } else if (Character.isJavaIdentifierStart(c)) {
            word();
        } else {
            nesting.sign(c, next, before, isFirst(next));
            bracket(c);
            before = Character.isWhitespace(c) && c != '\n' ? before : c;
            next++;
        }
    }

    private boolean isVisible(int place) {
        return place < skeleton.length && !Character.isWhitespace(skeleton[place]);
    }

    /** Whether it is the first of its line that Groovy gets to see. */
    private boolean isFirst(int place) {
        return seen < script.lineStart(place);
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
        List<Integer> dollars = new ArrayList<>();
        while (i < script.length()) {
            char c = script.at(i);
            if (c == '\\') {
                i += 2;
            } else if (isTriple ? script.text().startsWith(triple, i) : c == quote) {
                int end = i + (isTriple ? 3 : 1);
                hide(start, end, '\'');
                dollars.forEach(this::dollar);
                before = '\'';
                next = end;
                return;
            } else if (c == '\n' && !isTriple) {
                break;
            } else if (quote != '\'' && c == '$' && script.at(i + 1) == '{') {
                i = insertEnd(i + 2, dollars);
            } else {
                if (quote != '\'' && isBareDollar(i)) {
                    dollars.add(i);
                }
                i++;
            }
        }
        if (ending.isReached()) {
            return;
        }
        if (quote == '/') {
            next++;
            before = quote;
        } else {
            ending.at(start, start + 1, "the text that begins here has no closing quote",
                    "close it with " + quote + "; a text with an apostrophe stands in \"double quotes\"");
        }
    }

    private boolean isBareDollar(int place) {
        char follower = script.at(place + 1);
        return script.at(place) == '$' && !Character.isLetter(follower) && follower != '_' && follower != '{';
    }

    /** In such a text it begins what is inserted, and Groovy cannot read one that does not. */
    private void dollar(int place) {
        complaints.error(script.mark(place, place + 1),
                "'$' in a text in double quotes begins the name of a value",
                "put the text in single quotes, or write \\$");
        mended[place] = '-';
    }

    /**
     * Behind the brace that ends what is inserted into a text; a text within it may hold braces and dollars
     * of its own.
     */
    private int insertEnd(int start, List<Integer> dollars) {
        int depth = 1;
        int i = start;
        while (i < script.length() && depth > 0 && script.at(i) != '\n') {
            char c = script.at(i);
            if (c == '\'') {
                int end = script.text().indexOf('\'', i + 1);
                i = end < 0 ? i : end;
            }
            if (isBareDollar(i)) {
                dollars.add(i);
            }
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            i++;
            if (depth > Nesting.DEPTH_LIMIT) {
                ending.tooDeep(i - 1, "brackets");
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
        int end = start;
        while (end < script.length() && Character.isJavaIdentifierPart(script.at(end))) {
            end++;
        }
        String word = script.cut(start, end);
        boolean isLabel = script.at(skipBlanks(end)) == ':';
        boolean isName = before == '.' || isLabel;
        nesting.word(word, start, isFirst(start), isLabel);
        if (word.startsWith("$") && word.length() > 1) {
            complaints.error(script.mark(start, end), "in Groovy a parameter has no '$' before its name",
                    "write " + word.substring(1));
        } else if (!isName && brackets.isInside()) {
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
            brackets.open(c, next);
        } else if (")]}".indexOf(c) >= 0 && !brackets.close(c, next, isFirst(next))) {
            mended[next] = ' ';
            skeleton[next] = ' ';
        }
    }

    private void hide(int start, int end, char sign) {
        for (int i = start; i < Math.min(end, skeleton.length); i++) {
            skeleton[i] = skeleton[i] == '\n' ? '\n' : sign;
        }
    }
}
