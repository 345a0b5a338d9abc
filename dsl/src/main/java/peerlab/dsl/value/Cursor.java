package peerlab.dsl.value;

import java.util.List;

import peerlab.dsl.grammar.Spelling;
import peerlab.dsl.value.Token.Kind;
import peerlab.engine.base.SourcePlace;

/** Walks over the tokens of one value. */
final class Cursor {

    /** Parentheses, brackets and operators nest no deeper than this. */
    static final int MOST_DEPTH = 40;

    /** One value joins no more parts than this. */
    static final int MOST_PARTS = 500;

    private final Text text;
    private final List<Token> tokens;
    private int at;
    private int depth;
    private int parts;

    Cursor(Text text) {
        this.text = text;
        this.tokens = Tokenizer.tokens(text);
    }

    Token peek() {
        return tokens.get(at);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    Token next() {
        Token token = tokens.get(at);
        if (token.kind() != Kind.END) {
            at++;
        }
        return token;
    }

    boolean isAtEnd() {
        return peek().kind() == Kind.END;
    }

    /** Steps over the sign, if it is the next token. */
    boolean skip(String sign) {
        boolean isThere = peek().isSign(sign);
        if (isThere) {
            next();
        }
        return isThere;
    }

    boolean skipWord(String word) {
        boolean isThere = peek().isWord(word);
        if (isThere) {
            next();
        }
        return isThere;
    }

    void expect(String sign, Token opened) {
        if (!skip(sign)) {
            throw isAtEnd()
                    ? new Complaint(place(opened), "'" + opened.text() + "' is never closed", "add '" + sign
                            + "'")
                    : unexpected("write '" + sign + "' before it");
        }
    }

    void expectEnd() {
        if (!isAtEnd()) {
            throw unexpected(null);
        }
    }

    Complaint unexpected(String remedy) {
        Token token = peek();
        if (token.kind() == Kind.END) {
            return new Complaint(place(token), "something is missing after '" + text.brief() + "'", remedy);
        }
        if (token.isSign("'") || token.isSign("\"")) {
            return new Complaint(place(token), "the quote is never closed", "add " + token.text());
        }
        boolean isRemark = spelling() == Spelling.YAML && token.isSign("/") && at > 0
                && (peek(1).isSign("/") || tokens.get(at - 1).isSign("/"));
        if (isRemark) {
            return new Complaint(place(token), "unexpected '" + written(token) + "'",
                    "a remark begins with #, behind a blank");
        }
        String guess = token.isSign(":") ? "a time is written with its unit, like 90"
                + (spelling() == Spelling.GROOVY ? ".s" : "s")
                : token.isSign(",") ? "one value is due here; several stand in a list, [a, b]" : null;
        return new Complaint(place(token), "unexpected '" + written(token) + "'",
                remedy == null ? guess : remedy);
    }

    /** The token as it stands in the text. */
    String written(Token token) {
        return text.text().substring(token.start(), token.end());
    }

    /** The text from one token up to the end of another. */
    String written(Token first, Token last) {
        return text.text().substring(first.start(), last.end());
    }

    SourcePlace place(Token token) {
        return text.place(token.start(), token.end());
    }

    /** From the first token up to the one that was taken last. */
    SourcePlace placeFrom(Token first) {
        return text.place(first.start(), Math.max(first.end(), tokens.get(Math.max(0, at - 1)).end()));
    }

    private Spelling spelling() {
        return Spelling.of(text.origin());
    }

    void descend() {
        depth++;
        if (depth > MOST_DEPTH) {
            throw new Complaint(place(peek()), "a value that nests more than " + MOST_DEPTH + " deep",
                    "make it simpler");
        }
    }

    /** Counts something that is joined to what stands before it. */
    void join() {
        parts++;
        if (parts > MOST_PARTS) {
            throw new Complaint(place(peek()), "a value of more than " + MOST_PARTS + " parts",
                    "make it simpler");
        }
    }

    void ascend() {
        depth--;
    }
}
