package peerlab.dsl.write;

import java.util.ArrayList;
import java.util.List;

import peerlab.dsl.grammar.Spelling;

/** Finds the remarks in a file that its front end steps over. */
final class CommentReader {

    private final String text;
    private final Spelling spelling;
    private final List<Comment> comments = new ArrayList<>();
    private int at;

    private CommentReader(String text, Spelling spelling) {
        this.text = text.replace("\r\n", "\n").replace('\r', '\n');
        this.spelling = spelling;
    }

    /** All of them, in the order of the file. */
    static List<Comment> comments(String text, Spelling spelling) {
        CommentReader reader = new CommentReader(text, spelling);
        while (reader.at < reader.text.length()) {
            reader.step();
        }
        return reader.comments;
    }

    private void step() {
        char c = text.charAt(at);
        boolean isQuote = c == '\'' || c == '"';
        if (isQuote && (spelling == Spelling.GROOVY || beginsValue())) {
            at = quoteEnd(c);
        } else if (spelling == Spelling.YAML && c == '#' && (at == 0
                || Character.isWhitespace(text.charAt(at - 1)))
                || spelling == Spelling.GROOVY && text.startsWith("//", at)) {
            int end = lineEnd(at);
            add(at, text.substring(at, end).replaceFirst("^(#+|//+)", ""));
            at = end;
        } else if (spelling == Spelling.GROOVY && text.startsWith("/*", at)) {
            int close = text.indexOf("*/", at + 2);
            int end = close < 0 ? text.length() : close;
            int start = at;
            for (String line : text.substring(at + 2, end).split("\n")) {
                String words = line.strip().replaceFirst("^\\*+", "");
                if (!words.isBlank()) {
                    add(start, words);
                }
                start = Math.min(lineEnd(start) + 1, text.length());
            }
            at = Math.min(text.length(), end + 2);
        } else {
            at++;
        }
    }

    private void add(int start, String words) {
        int lineStart = text.lastIndexOf('\n', start - 1) + 1;
        int line = 1 + (int) text.substring(0, lineStart).chars().filter(c -> c == '\n').count();
        String before = text.substring(lineStart, start);
        boolean isAlone = before.isBlank();
        int column = isAlone ? 1 + firstSign(lineStart) - lineStart : start - lineStart + 1;
        comments.add(new Comment(line, column, isAlone, words.strip()));
    }

    private int firstSign(int lineStart) {
        int i = lineStart;
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        return i;
    }

    private boolean beginsValue() {
        int before = at - 1;
        while (before >= 0 && text.charAt(before) == ' ') {
            before--;
        }
        return before < 0 || ":,[{-?\n".indexOf(text.charAt(before)) >= 0;
    }

    private int lineEnd(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    /** Behind the quote that closes this one; three quotes close three. */
    private int quoteEnd(char quote) {
        String three = String.valueOf(quote).repeat(3);
        if (spelling == Spelling.GROOVY && text.startsWith(three, at)) {
            int close = text.indexOf(three, at + 3);
            return close < 0 ? text.length() : close + 3;
        }
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && (quote == '"' || spelling == Spelling.GROOVY)) {
                i++;
            } else if (c == quote) {
                return i + 1;
            }
        }
        return text.length();
    }
}
