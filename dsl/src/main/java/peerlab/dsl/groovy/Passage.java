package peerlab.dsl.groovy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;

/**
 * A part of a script as Groovy's parser is given it: in its lines and columns, with nothing before it but one
 * remark as long as what is before.
 */
final class Passage {

    /** Words that do not call anything, with something behind them. */
    private static final Set<String> KEYWORDS = Set.of(
            "if", "else", "for", "while", "do", "try", "def", "var", "final", "static", "new", "return",
            "throw", "assert", "case", "default", "switch", "import", "package", "class", "interface", "enum",
            "trait", "yield", "sealed", "abstract", "synchronized", "boolean", "byte", "short", "char", "int",
            "long", "float", "double", "void", "this", "super", "true", "false", "null");

    /** Without blanks, remarks and texts; what more take to parse may grow much faster than they do. */
    static final int LENGTH_LIMIT = 20_000;

    private final char[] text;
    private final char[] skeleton;
    private final int from;
    private final int to;
    private final Mark start;
    private final char[] characters;
    private final int lastLine;
    private int wordEnd;
    private int value;
    private boolean isBracketed;

    /**
     * @param skeleton the script without texts and remarks
     * @param blank braces with nothing in them, each with the place where it closes
     */
    Passage(char[] text, char[] skeleton, Mark start, int from, int end, List<Blank> blank) {
        this.text = text;
        this.skeleton = skeleton;
        this.start = start;
        this.from = from;
        int last = end;
        while (last > from && Character.isWhitespace(text[last - 1])) {
            last--;
        }
        this.to = last;
        this.characters = Arrays.copyOfRange(text, from, to);
        for (Blank braces : blank) {
            for (int i = braces.brace() + 1; i < Math.min(to, braces.closing()); i++) {
                characters[i - from] = text[i] == '\n' ? '\n' : ' ';
            }
        }
        int lines = 0;
        for (char c : characters) {
            lines += c == '\n' ? 1 : 0;
        }
        this.lastLine = start.line() + lines;
    }

    /** Braces whose inside is read by itself. */
    record Blank(int brace, int closing) {
    }

    /** As it stands, in its lines and columns. */
    String alone() {
        return text(List.of(this), false);
    }

    /** Several, each in its lines and columns, with brackets wherever that is possible. */
    static String text(List<Passage> passages) {
        return text(passages, true);
    }

    private static String text(List<Passage> passages, boolean isBracketed) {
        int line = passages.get(0).start.line();
        StringBuilder all = new StringBuilder();
        if (line > 1) {
            all.append("/*").append("\n".repeat(line - 2)).append("*/\n");
        }
        for (Passage passage : passages) {
            all.append("\n".repeat(passage.start.line() - line));
            all.append(" ".repeat(passage.start.column() - 1));
            all.append(isBracketed ? passage.bracketed() : passage.characters);
            line = passage.lastLine;
        }
        return all.toString();
    }

    /** Longer than what anybody would write as one statement. */
    boolean isTooLong() {
        int length = 0;
        for (int i = from; i < to; i++) {
            boolean isInText = skeleton[i] == '\'' && "'\"/".indexOf(text[i]) < 0;
            boolean isBlank = Character.isWhitespace(skeleton[i])
                    || Character.isWhitespace(characters[i - from]);
            length += isBlank || isInText ? 0 : 1;
        }
        return length > LENGTH_LIMIT;
    }

    boolean isBelow(Passage other) {
        return start.line() > other.lastLine;
    }

    boolean holds(int place) {
        return from <= place && place < to;
    }

    /** Whether brackets can stand around its values. */
    boolean canBeBracketed() {
        bracketed();
        return isBracketed;
    }

    /**
     * With brackets around the values of a statement that is a word with values behind it, {@code get
     * any(key), from: any(peer)}: Groovy takes many times longer to find out by itself that it is a call. As
     * it stands where it may be something else.
     */
    private char[] bracketed() {
        int begin = from;
        while (begin < to && Character.isWhitespace(skeleton[begin])) {
            begin++;
        }
        int end = to;
        while (end > begin
                && (Character.isWhitespace(skeleton[end - 1]) || Character.isWhitespace(text[end - 1]))) {
            end--;
        }
        wordEnd = begin;
        while (wordEnd < end && Character.isJavaIdentifierPart(skeleton[wordEnd])) {
            wordEnd++;
        }
        value = wordEnd;
        while (value < end && (skeleton[value] == ' ' || skeleton[value] == '\t')) {
            value++;
        }
        isBracketed = begin < wordEnd && wordEnd < value && value < end
                && Character.isLowerCase(text[begin])
                && !KEYWORDS.contains(new String(text, begin, wordEnd - begin))
                && isValue(text[value]) && isPlain(value, end)
                && (end == to || Character.isWhitespace(text[end]));
        if (!isBracketed) {
            return characters;
        }
        char[] bracketed = Arrays.copyOf(characters, Math.max(characters.length, end - from + 1));
        bracketed[wordEnd - from] = '(';
        bracketed[end - from] = ')';
        return bracketed;
    }

    private static boolean isValue(char first) {
        return Character.isJavaIdentifierPart(first) || first == '\'' || first == '"';
    }

    /**
     * One line of values and options, with signs between them. Between brackets Groovy takes more than
     * without: what is set, a comma at the end, and calls without brackets of their own, {@code any key}.
     */
    private boolean isPlain(int start, int end) {
        for (int i = start; i < end; i++) {
            char c = skeleton[i];
            char before = skeleton[i - 1];
            boolean isSetting = c == '=' && skeleton[Math.min(i + 1, end - 1)] != '='
                    && "=!<>".indexOf(before) < 0;
            boolean isCall = i > start && (before == ' ' || before == '\t')
                    && (isValue(c) || c == '(' || c == '[') && endsValue(lastBefore(i));
            if (c == '\n' || c == ';' || isSetting || isCall || c == '>' && before == '-') {
                return false;
            }
        }
        return skeleton[end - 1] != ',';
    }

    private static boolean endsValue(char last) {
        return isValue(last) || last == ')' || last == ']' || last == '}';
    }

    private char lastBefore(int place) {
        int i = Math.max(from, place - 1);
        while (i > from && Character.isWhitespace(skeleton[i])) {
            i--;
        }
        return skeleton[i];
    }

    /**
     * Gives the call and its values the places that they have without brackets, if there are any; false where
     * there is something else, or where it would be something else without them.
     */
    boolean isAsWritten(List<Statement> statements) {
        if (!isBracketed) {
            return true;
        }
        if (statements.size() != 1 || !(statements.get(0) instanceof ExpressionStatement statement)
                || !(statement.getExpression() instanceof MethodCallExpression call)
                || !call.isImplicitThis()) {
            return false;
        }
        Expression values = call.getArguments();
        Bare bare = new Bare(wordEnd + 1 - call.getMethod().getLastColumnNumber());
        values.visit(bare);
        values.setColumnNumber(values.getColumnNumber() + value - wordEnd);
        for (ASTNode node : List.of(statement, call, values)) {
            node.setLastColumnNumber(node.getLastColumnNumber() - 1);
        }
        return !bare.isFound;
    }

    /** Looks for calls without brackets and parts without a dot, which belong to the whole statement. */
    private final class Bare extends CodeVisitorSupport {

        private final int lineStart;
        private boolean isFound;

        /** @param lineStart where the line of the statement begins */
        Bare(int lineStart) {
            this.lineStart = lineStart;
        }

        @Override
        public void visitMethodCallExpression(MethodCallExpression call) {
            int arguments = lineStart + call.getArguments().getColumnNumber() - 1;
            isFound |= arguments >= skeleton.length || "({".indexOf(skeleton[arguments]) < 0
                    || !call.isImplicitThis() && isWithoutDot(call.getMethod());
            super.visitMethodCallExpression(call);
        }

        @Override
        public void visitPropertyExpression(PropertyExpression part) {
            isFound |= isWithoutDot(part.getProperty());
            super.visitPropertyExpression(part);
        }

        private boolean isWithoutDot(Expression name) {
            int start = lineStart + name.getColumnNumber() - 1;
            return start < from || start > skeleton.length || ".@&".indexOf(lastBefore(start)) < 0;
        }
    }
}
