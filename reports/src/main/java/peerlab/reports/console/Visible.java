package peerlab.reports.console;

import java.util.Locale;

/**
 * Makes visible what a scenario or a student may hide in a text: characters that move the cursor, change the
 * colour, end the line or turn the direction of writing.
 */
public final class Visible {

    private Visible() {
    }

    public static String of(String text) {
        StringBuilder visible = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isHidden(text, i)) {
                if (visible == null) {
                    visible = new StringBuilder(text.substring(0, i));
                }
                escape(c, visible);
            } else if (visible != null) {
                visible.append(c);
            }
        }
        return visible == null ? text : visible.toString();
    }

    private static boolean isHidden(String text, int i) {
        char c = text.charAt(i);
        if (Character.isSurrogate(c)) {
            boolean beginsPair = Character.isHighSurrogate(c)
                    && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
            boolean endsPair = Character.isLowSurrogate(c)
                    && i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
            return !beginsPair && !endsPair;
        }
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static void escape(char c, StringBuilder to) {
        switch (c) {
            case '\n' -> to.append("\\n");
            case '\r' -> to.append("\\r");
            case '\t' -> to.append("\\t");
            default -> to.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
        }
    }
}
