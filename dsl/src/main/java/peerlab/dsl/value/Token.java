package peerlab.dsl.value;

/**
 * The smallest part of a value that means something.
 *
 * @param text the number's digits, the word, what stood in quotes, the sign
 * @param unit what follows a number's digits without a blank: {@code ms}, {@code %}; empty where nothing
 *     does
 * @param start of the token in the text
 * @param end the first character that no longer belongs to it
 */
record Token(Kind kind, String text, String unit, int start, int end) {

    enum Kind { NUMBER, WORD, PARAM, QUOTED, SIGN, END }

    boolean isSign(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }
}
