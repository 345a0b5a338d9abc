package peerlab.engine.trace;

/**
 * Which characters a JSON text may not contain as they are: quote, backslash, control characters (RFC 8259,
 * section 7), and those at which some reader ends a line: U+0085, U+2028, U+2029. Half of a surrogate pair
 * has no UTF-8, so it is escaped too.
 */
final class JsonEscape {

    private static final String HEX = "0123456789abcdef";

    private JsonEscape() {
    }

    /** True for most text: ASCII that stands for itself. */
    static boolean isPlain(char c) {
        return c >= ' ' && c < 0x7f && c != '"' && c != '\\';
    }

    /** True for a character beyond ASCII that must be escaped; half of a pair is the caller's affair. */
    static boolean isForbidden(char c) {
        return c < ' ' || c >= 0x7f && c <= 0x9f || c == '\u2028' || c == '\u2029' || c == '"' || c == '\\';
    }

    static String of(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isPlain(c)) {
                escaped.append(c);
            } else if (isPairAt(text, i)) {
                escaped.append(c).append(text.charAt(++i));
            } else if (isForbidden(c) || Character.isSurrogate(c)) {
                escape(c, escaped);
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    static boolean isPairAt(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i)) && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
    }

    private static void escape(char c, StringBuilder to) {
        switch (c) {
            case '"' -> to.append("\\\"");
            case '\\' -> to.append("\\\\");
            case '\n' -> to.append("\\n");
            case '\r' -> to.append("\\r");
            case '\t' -> to.append("\\t");
            default -> to.append("\\u").append(HEX.charAt(c >> 12)).append(HEX.charAt(c >> 8 & 15))
                    .append(HEX.charAt(c >> 4 & 15)).append(HEX.charAt(c & 15));
        }
    }
}
