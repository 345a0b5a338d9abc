package peerlab.dsl.value;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import peerlab.dsl.value.Token.Kind;

/**
 * Splits the text of a value into tokens, the same for both spellings: {@code 20.ms} and {@code 20ms} are
 * one number with the unit ms, {@code 30.percent} and {@code 30%} one number each. It refuses nothing: what
 * it does not know becomes a sign, and the parser complains where that sign stands. Texts in quotes are
 * names, and so in one line: the escapes of line ends and tabs are blanks.
 */
final class Tokenizer {

    private static final List<String> LONG_SIGNS =
            List.of("..<", "..", "==", "!=", "<=", ">=", "&&", "||", "->");

    private static final Pattern UNICODE = Pattern.compile("\\\\u[0-9a-fA-F]{4}");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokenizer(String text) {
        this.text = text;
    }

    static List<Token> tokens(Text value) {
        value.requireShort();
        Tokenizer tokenizer = new Tokenizer(value.text());
        tokenizer.run();
        return tokenizer.tokens;
    }

    private void run() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (isDigit(c)) {
                number();
            } else if (Character.isLetter(c) || c == '_') {
                int start = at;
                skipWord();
                add(Kind.WORD, text.substring(start, at), "", start);
            } else if (c == '$' && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1))) {
                int start = at++;
                skipWord();
                add(Kind.PARAM, text.substring(start + 1, at), "", start);
            } else if ((c == '\'' || c == '"') && closingQuote(c) > 0) {
                quoted(closingQuote(c));
            } else {
                sign();
            }
        }
        tokens.add(new Token(Kind.END, "", "", text.length(), text.length()));
    }

    private void number() {
        int start = at;
        skipDigits();
        if (at + 1 < text.length() && text.charAt(at) == '.' && isDigit(text.charAt(at + 1))) {
            at++;
            skipDigits();
        }
        if (isExponent()) {
            at += isDigit(text.charAt(at + 1)) ? 1 : 2;
            skipDigits();
        }
        String digits = text.substring(start, at).replace("_", "");
        int unit = at;
        if (at + 1 < text.length() && text.charAt(at) == '.' && Character.isLetter(text.charAt(at + 1))) {
            at++;
            unit = at;
            skipWord();
        } else if (at < text.length() && Character.isLetter(text.charAt(at))) {
            skipWord();
        } else if (at < text.length() && text.charAt(at) == '%') {
            at++;
        }
        add(Kind.NUMBER, digits, text.substring(unit, at), start);
    }

    private boolean isExponent() {
        if (at + 1 >= text.length() || Character.toLowerCase(text.charAt(at)) != 'e') {
            return false;
        }
        char next = text.charAt(at + 1);
        return isDigit(next) || next == '-' && at + 2 < text.length() && isDigit(text.charAt(at + 2));
    }

    private void quoted(int close) {
        int start = at;
        StringBuilder content = new StringBuilder();
        for (int i = at + 1; i < close; i++) {
            char c = text.charAt(i);
            boolean isEscape = c == '\\' && i + 1 < close;
            if (isEscape && UNICODE.matcher(text).region(i, close).lookingAt()) {
                content.append((char) Integer.parseInt(text, i + 2, i + 6, 16));
                i += 5;
            } else if (isEscape) {
                i++;
                content.append("ntrfb".indexOf(text.charAt(i)) >= 0 ? ' ' : text.charAt(i));
            } else {
                content.append(c);
            }
        }
        at = close + 1;
        add(Kind.QUOTED, content.toString(), "", start);
    }

    private int closingQuote(char quote) {
        for (int i = at + 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == quote) {
                return i;
            }
        }
        return -1;
    }

    private void sign() {
        int start = at;
        String sign = LONG_SIGNS.stream().filter(s -> text.startsWith(s, start)).findFirst()
                .orElseGet(() -> text.substring(start, text.offsetByCodePoints(start, 1)));
        at += sign.length();
        add(Kind.SIGN, sign, "", start);
    }

    private void add(Kind kind, String content, String unit, int start) {
        tokens.add(new Token(kind, content, unit, start, at));
    }

    private void skipWord() {
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at))
                || text.charAt(at) == '_')) {
            at++;
        }
    }

    private void skipDigits() {
        while (at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
