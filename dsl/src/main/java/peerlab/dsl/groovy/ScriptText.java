package peerlab.dsl.groovy;

import java.util.ArrayList;
import java.util.List;

import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;

/** The characters of a script, and the way from Groovy's lines and columns to them. */
final class ScriptText {

    private final String text;
    private final List<Integer> lineStarts = new ArrayList<>();

    /** Line ends become one character, and a byte order mark goes: no column changes. */
    ScriptText(String raw) {
        String plain = raw.startsWith("\uFEFF") ? raw.substring(1) : raw;
        this.text = plain.replace("\r\n", "\n").replace('\r', '\n');
        lineStarts.add(0);
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                lineStarts.add(i + 1);
            }
        }
    }

    String text() {
        return text;
    }

    int length() {
        return text.length();
    }

    char at(int offset) {
        return offset >= 0 && offset < text.length() ? text.charAt(offset) : '\0';
    }

    String cut(int start, int end) {
        return text.substring(start, Math.max(start, end));
    }

    String cut(ASTNode node) {
        return cut(start(node), end(node));
    }

    /** Groovy's place of a member leaves out what it is a member of. */
    int start(ASTNode node) {
        int start = offset(node);
        if (node instanceof BinaryExpression binary && binary.getOperation().getText().equals("[")) {
            return Math.min(start, start(binary.getLeftExpression()));
        } else if (node instanceof PropertyExpression property) {
            return Math.min(start, start(property.getObjectExpression()));
        } else if (node instanceof MethodCallExpression call) {
            return Math.min(start, call.isImplicitThis()
                    ? offset(call.getMethod()) : start(call.getObjectExpression()));
        }
        return start;
    }

    /**
     * Behind the last character; a number's percent sign or unit belongs to it even where Groovy saw a
     * blank.
     */
    int end(ASTNode node) {
        int end = offset(node.getLastLineNumber(), node.getLastColumnNumber());
        if (Character.isDigit(at(end - 1))) {
            while (Character.isJavaIdentifierPart(at(end)) && end < text.length()) {
                end++;
            }
            end += isPercent(end) ? 1 : 0;
        }
        return end;
    }

    /**
     * What follows tells the sign of a percentage from that of a remainder, which has its right operand
     * there.
     */
    boolean isPercent(int offset) {
        char following = at(offset + 1);
        return at(offset) == '%' && (following == '\0' || Character.isWhitespace(following)
                || ",)}];.".indexOf(following) >= 0);
    }

    /** Where the node begins, as Groovy says. */
    int offset(ASTNode node) {
        return offset(node.getLineNumber(), node.getColumnNumber());
    }

    int offset(int line, int column) {
        if (line < 1 || line > lineStarts.size()) {
            return text.length();
        }
        int end = line < lineStarts.size() ? lineStarts.get(line) - 1 : text.length();
        return Math.min(lineStarts.get(line - 1) + Math.max(0, column - 1), end);
    }

    int lineStart(int offset) {
        return lineStarts.get(lineIndex(offset));
    }

    int lineEnd(int offset) {
        int end = text.indexOf('\n', offset);
        return end < 0 ? text.length() : end;
    }

    /** How far the line of this character is indented. */
    int indent(int offset) {
        int start = lineStart(offset);
        int i = start;
        while (at(i) == ' ' || at(i) == '\t') {
            i++;
        }
        return i - start;
    }

    /** Where the node ends: the place behind its last character. */
    Mark endMark(ASTNode node) {
        return mark(end(node), end(node) + 1);
    }

    Mark mark(ASTNode node) {
        return mark(start(node), end(node));
    }

    /** The place of these characters; of those on the first line where they span several. */
    Mark mark(int start, int end) {
        int line = lineIndex(start);
        int onLine = Math.min(end, lineEnd(start)) - start;
        return new Mark(line + 1, start - lineStarts.get(line) + 1, Math.max(1, onLine));
    }

    private int lineIndex(int offset) {
        int low = 0;
        int high = lineStarts.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (lineStarts.get(middle) <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
