package peerlab.dsl.yaml;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

import peerlab.dsl.diagnostic.Source;
import peerlab.engine.base.SourcePlace;

/**
 * Knows where in the file a node stands. The reader of YAML counts code points, the file's text has
 * characters.
 */
final class Places {

    private final Source source;
    private final int[] offsets;

    Places(Source source) {
        this.source = source;
        String text = source.text();
        boolean isPlain = text.codePointCount(0, text.length()) == text.length();
        this.offsets = isPlain ? null : offsets(text);
    }

    private static int[] offsets(String text) {
        int[] offsets = new int[text.codePointCount(0, text.length()) + 1];
        int at = 0;
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = at;
            at += at < text.length() ? Character.charCount(text.codePointAt(at)) : 0;
        }
        return offsets;
    }

    Source source() {
        return source;
    }

    /** The characters from a mark on. */
    SourcePlace at(Mark mark, int length) {
        int offset = offset(mark);
        int lineStart = source.text().lastIndexOf('\n', offset - 1) + 1;
        return new SourcePlace(source.file(), mark.getLine() + 1, offset - lineStart + 1,
                Math.max(1, length));
    }

    /** The first line of a node. */
    SourcePlace of(Node node) {
        int start = offset(node.getStartMark());
        int lineEnd = source.text().indexOf('\n', start);
        int end = Math.min(offset(node.getEndMark()), lineEnd < 0 ? source.text().length() : lineEnd);
        return at(node.getStartMark(), source.text().substring(start, Math.max(start, end)).stripTrailing()
                .length());
    }

    /** The text between the marks of a node, exactly as it stands in the file. */
    String raw(Node node) {
        return source.text().substring(offset(node.getStartMark()), offset(node.getEndMark()));
    }

    /** True where one of these characters stands at a mark. */
    boolean isAt(Mark mark, String characters) {
        int offset = offset(mark);
        return offset < source.text().length() && characters.indexOf(source.text().charAt(offset)) >= 0;
    }

    /** The first character behind a node that is no blank. */
    char behind(Node node) {
        int offset = offset(node.getEndMark());
        while (offset < source.text().length() && Character.isWhitespace(source.text().charAt(offset))) {
            offset++;
        }
        return offset < source.text().length() ? source.text().charAt(offset) : '\0';
    }

    private int offset(Mark mark) {
        int index = offsets == null ? mark.getIndex()
                : offsets[Math.min(mark.getIndex(), offsets.length - 1)];
        return Math.min(index, source.text().length());
    }
}
