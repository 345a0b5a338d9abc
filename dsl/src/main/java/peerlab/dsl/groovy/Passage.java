package peerlab.dsl.groovy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;

/**
 * A part of a script as Groovy's parser is given it: in its lines and columns, with nothing before it. What
 * is before costs next to nothing, because it is one remark.
 */
final class Passage {

    /** Words that do not call anything, with something behind them. */
    private static final Set<String> KEYWORDS = Set.of(
            "if", "else", "for", "while", "do", "try", "def", "var", "final", "static", "new", "return",
            "throw", "assert", "case", "default", "switch", "import", "package", "class", "interface", "enum",
            "trait", "yield", "sealed", "abstract", "synchronized", "boolean", "byte", "short", "char", "int",
            "long", "float", "double", "void", "this", "super", "true", "false", "null");

    private final char[] text;
    private final char[] skeleton;
    private final int from;
    private final int to;
    private final int shift;
    private final char[] characters;
    private int wordEnd;
    private int value;

    /**
     * @param skeleton the script without texts and remarks
     * @param blank braces with nothing in them, each with the place where it closes
     */
    Passage(char[] text, char[] skeleton, Mark start, int from, int end, List<Blank> blank) {
        this.text = text;
        this.skeleton = skeleton;
        this.from = from;
        int last = end;
        while (last > from && Character.isWhitespace(text[last - 1])) {
            last--;
        }
        this.to = last;
        // as many characters as lines: a remark that ends on the line before the passage
        char[] before = before(start.line());
        this.shift = before.length + start.column() - 1 - from;
        this.characters = new char[shift + to];
        System.arraycopy(before, 0, characters, 0, before.length);
        Arrays.fill(characters, before.length, shift + from, ' ');
        System.arraycopy(text, from, characters, shift + from, to - from);
        for (Blank braces : blank) {
            for (int i = braces.brace() + 1; i < Math.min(to, braces.closing()); i++) {
                characters[i + shift] = text[i] == '\n' ? '\n' : ' ';
            }
        }
    }

    /** Braces whose inside is read by itself. */
    record Blank(int brace, int closing) {
    }

    private static char[] before(int line) {
        if (line == 1) {
            return new char[0];
        }
        char[] before = new char[line + 3];
        Arrays.fill(before, '\n');
        before[0] = '/';
        before[1] = '*';
        before[line] = '*';
        before[line + 1] = '/';
        return before;
    }

    @Override
    public String toString() {
        return new String(characters);
    }

    /**
     * The same with brackets around the values of a statement that is a word with values behind it, {@code
     * get any(key), from: any(peer)}: Groovy takes many times longer to find out by itself that it is a call.
     * Empty where it may be something else.
     */
    Optional<String> bracketed() {
        int start = from;
        while (start < to && Character.isWhitespace(skeleton[start])) {
            start++;
        }
        int end = to;
        while (end > start
                && (Character.isWhitespace(skeleton[end - 1]) || Character.isWhitespace(text[end - 1]))) {
            end--;
        }
        wordEnd = start;
        while (wordEnd < end && Character.isJavaIdentifierPart(skeleton[wordEnd])) {
            wordEnd++;
        }
        value = wordEnd;
        while (value < end && (skeleton[value] == ' ' || skeleton[value] == '\t')) {
            value++;
        }
        boolean isCall = start < wordEnd && wordEnd < value && value < end
                && Character.isLowerCase(text[start])
                && !KEYWORDS.contains(new String(text, start, wordEnd - start))
                && isValue(text[value]) && isPlain(value, end)
                && (end == to || Character.isWhitespace(text[end]));
        if (!isCall) {
            return Optional.empty();
        }
        char[] bracketed = Arrays.copyOf(characters, Math.max(characters.length, end + shift + 1));
        bracketed[wordEnd + shift] = '(';
        bracketed[end + shift] = ')';
        return Optional.of(new String(bracketed));
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
        int i = place - 1;
        while (i > from && Character.isWhitespace(skeleton[i])) {
            i--;
        }
        return skeleton[i];
    }

    /**
     * Gives the call and its values the places that they have without the brackets; false where there is
     * something else, or where it would be something else without them.
     */
    boolean withoutBrackets(ModuleNode tree) {
        List<Statement> statements = tree.getStatementBlock().getStatements();
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
            return start > skeleton.length || ".@&".indexOf(lastBefore(start)) < 0;
        }
    }
}
