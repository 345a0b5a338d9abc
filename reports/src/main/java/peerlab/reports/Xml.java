package peerlab.reports;

/** Texts as they may stand in a document of XML 1.0, between tags and within attributes. */
public final class Xml {

    private Xml() {
    }

    /** XML 1.0 has no way to write most control characters: they become the replacement character. */
    public static String escaped(String text) {
        StringBuilder xml = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                case '\t', '\n', '\r' -> xml.append("&#").append(c).append(';');
                default -> xml.appendCodePoint(isAllowed(c) ? c : 0xfffd);
            }
        });
        return xml.toString();
    }

    private static boolean isAllowed(int c) {
        return c >= 0x20 && c <= 0xd7ff || c >= 0xe000 && c <= 0xfffd || c >= 0x10000;
    }
}
