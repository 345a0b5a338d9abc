package peerlab.dsl.groovy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.BooleanExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.ConstructorCallExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.RangeExpression;
import org.codehaus.groovy.ast.expr.TernaryExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.UnaryMinusExpression;
import org.codehaus.groovy.ast.expr.UnaryPlusExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.EmptyStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;

import peerlab.dsl.groovy.Node.Kind;

/**
 * Turns what stands behind a word into values. A value is handed on as its text, because one expression
 * parser reads both languages; only what that parser cannot read is computed by the script. Where such a
 * part stands within a larger text, a name of the same length takes its place, so that every column stays
 * what it is.
 */
final class Values {

    private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/", "%");
    private static final Set<String> ASSIGNING = Set.of("=", "+=", "-=", "*=", "/=", "%=");

    private final ScriptText script;
    private final Complaints complaints;
    private final Expressions expressions;
    private final Set<String> locals;

    Values(ScriptText script, Complaints complaints, Expressions expressions, Set<String> locals) {
        this.script = script;
        this.complaints = complaints;
        this.expressions = expressions;
        this.locals = locals;
    }

    /** What stands between commas. */
    Node value(Expression e) {
        if (e instanceof ClosureExpression closure) {
            return condition(closure);
        }
        Passage passage = new Passage(script.start(e), script.end(e), false);
        if (passage.isComputed(e)) {
            return Node.of(Kind.COMPUTED, "", script.mark(e), expressions.of(e));
        }
        passage.walk(e);
        return passage.node();
    }

    /** Whether an expression holds something that was refused, with the complaint about it. */
    boolean isRefused(Expression e) {
        return !(e instanceof ClosureExpression) && hasRefused(expressions.of(e));
    }

    private static boolean hasRefused(Node node) {
        return node.kind() == Kind.REFUSED || node.parts().stream().anyMatch(Values::hasRefused);
    }

    /** The list that an index looks like. */
    Node list(int start, BinaryExpression index) {
        Passage passage = new Passage(start, script.end(index), false);
        passage.walk(index.getRightExpression());
        return passage.node();
    }

    /** What stands in the braces of an expectation. */
    Node condition(ClosureExpression closure) {
        Optional<Expression> only = only(closure);
        if (only.isEmpty()) {
            return expressions.refused(closure);
        }
        Passage passage = new Passage(script.start(only.get()), script.end(only.get()), true);
        passage.walk(only.get());
        return passage.node();
    }

    /** The one expression in the braces of a condition; complains where there is anything else. */
    private Optional<Expression> only(ClosureExpression closure) {
        Parameter[] parameters = closure.getParameters();
        if (parameters == null || parameters.length > 0) {
            complaints.error(script.mark(closure), "a condition has no '->'",
                    "name the values themselves: { gets.wrong == 0 }");
            return Optional.empty();
        }
        List<Statement> statements = ((BlockStatement) closure.getCode()).getStatements().stream()
                .filter(s -> !(s instanceof EmptyStatement)).toList();
        if (statements.isEmpty()) {
            if (!complaints.isAnyBetween(script.mark(closure), script.endMark(closure))) {
                complaints.error(script.mark(closure), "the condition is empty",
                        "write what must hold: { gets.wrong == 0 }");
            }
            return Optional.empty();
        }
        Statement last = statements.get(statements.size() - 1);
        if (statements.size() > 1) {
            complaints.error(script.mark(last), "a condition is one expression",
                    "join the parts with 'and'");
            return Optional.empty();
        }
        if (last instanceof ExpressionStatement only && only.getStatementLabels() == null) {
            return Optional.of(only.getExpression());
        }
        complaints.error(script.mark(last), "a condition is one expression",
                "compare values: { gets.wrong == 0 }");
        return Optional.empty();
    }

    /** True for an expression that begins with a variable of the script. */
    boolean isLocal(Expression e) {
        if (e instanceof VariableExpression variable) {
            return locals.contains(variable.getName());
        } else if (e instanceof PropertyExpression property) {
            return isLocal(property.getObjectExpression());
        } else if (e instanceof BinaryExpression index && index.getOperation().getText().equals("[")) {
            return isLocal(index.getLeftExpression());
        } else if (e instanceof MethodCallExpression call && !call.isImplicitThis()) {
            return isLocal(call.getObjectExpression());
        }
        return false;
    }

    /** A stretch of the file that becomes one written value. */
    private final class Passage {

        private final int start;
        private final StringBuilder text;
        private boolean isCondition;
        private final List<Node> bound = new ArrayList<>();
        private boolean isRefused;
        private int computed;

        Passage(int start, int end, boolean isCondition) {
            this.start = start;
            this.text = new StringBuilder(script.cut(start, end));
            this.isCondition = isCondition;
        }

        Node node() {
            Mark mark = script.mark(start, start + text.length());
            return isRefused ? Node.of(Kind.REFUSED, "", mark)
                    : new Node(Kind.WRITTEN, text.toString(), mark, bound);
        }

        /** True for what the expression parser cannot read. */
        boolean isComputed(Expression e) {
            if (e instanceof GStringExpression || e instanceof TernaryExpression) {
                return true;
            } else if (e instanceof PropertyExpression property) {
                Expression of = property.getObjectExpression();
                boolean isSum = of instanceof BinaryExpression b
                        && ARITHMETIC.contains(b.getOperation().getText());
                return isSum || isComputed(of) || isLocal(of) || isClass(of);
            } else if (e instanceof MethodCallExpression call && !call.isImplicitThis()) {
                Expression of = call.getObjectExpression();
                // 'cache'.except('cache1') says who is meant
                boolean isSelection = "except".equals(call.getMethodAsString());
                return isClass(of) || !isSelection && (isLocal(of) || isComputed(of)
                        || of instanceof ListExpression || of instanceof ConstantExpression);
            } else if (e instanceof BinaryExpression binary) {
                return isComputedPair(binary);
            }
            return e instanceof MapExpression;
        }

        private boolean isComputedPair(BinaryExpression e) {
            String operator = e.getOperation().getText();
            Expression left = e.getLeftExpression();
            Expression right = e.getRightExpression();
            if (operator.equals("[")) {
                return isLocal(left);
            }
            boolean isSum = operator.equals("+") && (isText(left) || isText(right) || !isCondition
                    && (isLocal(left) || isLocal(right)));
            return ARITHMETIC.contains(operator) && (isSum || isComputed(left) || isComputed(right));
        }

        private boolean isClass(Expression e) {
            return e instanceof VariableExpression name && Character.isUpperCase(name.getName().charAt(0));
        }

        private boolean isText(Expression e) {
            return e instanceof ConstantExpression constant && constant.getValue() instanceof String;
        }

        void walk(Expression e) {
            if (isComputed(e)) {
                replace(e);
            } else if (e instanceof VariableExpression variable) {
                name(variable);
            } else if (e instanceof BinaryExpression binary) {
                pair(binary);
            } else if (e instanceof PropertyExpression property) {
                walk(property.getObjectExpression());
            } else if (e instanceof MethodCallExpression call) {
                if (!call.isImplicitThis()) {
                    walk(call.getObjectExpression());
                }
                arguments(call.getArguments());
            } else if (e instanceof ListExpression list) {
                list.getExpressions().forEach(this::walk);
            } else if (e instanceof RangeExpression range) {
                walk(range.getFrom());
                walk(range.getTo());
            } else {
                walkRest(e);
            }
        }

        private void walkRest(Expression e) {
            if (e instanceof BooleanExpression truth) {
                walk(truth.getExpression());
            } else if (e instanceof UnaryMinusExpression minus) {
                walk(minus.getExpression());
            } else if (e instanceof UnaryPlusExpression plus) {
                walk(plus.getExpression());
            } else if (e instanceof ClosureExpression closure) {
                braces(closure);
            } else if (e instanceof ConstructorCallExpression) {
                expressions.of(e);
                isRefused = true;
            } else if (!(e instanceof ConstantExpression)) {
                expressions.odd(e);
                isRefused = true;
            }
        }

        /** {@code where { role == 'relay' }}, {@code count { leader }}. */
        private void braces(ClosureExpression closure) {
            Optional<Expression> only = only(closure);
            boolean wasCondition = isCondition;
            isCondition = true;
            only.ifPresent(this::walk);
            isCondition = wasCondition;
            isRefused |= only.isEmpty();
        }

        private void arguments(Expression e) {
            for (Expression argument : ((TupleExpression) e).getExpressions()) {
                if (argument instanceof MapExpression named) {
                    named.getMapEntryExpressions().forEach(entry -> walk(entry.getValueExpression()));
                } else {
                    walk(argument);
                }
            }
        }

        private void pair(BinaryExpression e) {
            String operator = e.getOperation().getText();
            if (ASSIGNING.contains(operator)) {
                slip(e, operator);
                return;
            }
            walk(e.getLeftExpression());
            walk(e.getRightExpression());
        }

        /** {@code =} where a comparison or an option was meant. */
        private void slip(BinaryExpression e, String operator) {
            String left = script.cut(e.getLeftExpression());
            String right = script.cut(e.getRightExpression());
            int line = e.getOperation().getStartLine();
            int at = script.offset(line, e.getOperation().getStartColumn());
            complaints.error(script.mark(at, at + operator.length()),
                    "'" + operator + "' sets something"
                    + (isCondition ? ", and a condition only looks" : ""),
                    "write " + left + (isCondition ? " == " : ": ") + right);
            isRefused = true;
        }

        private void name(VariableExpression e) {
            if (e.getName().equals("it") && isCondition) {
                expressions.refuse(e, "'it' stands for nothing here",
                        "name the value itself: leave out 'it.'");
                isRefused = true;
            } else if (locals.contains(e.getName())) {
                bind(e.getName(), Node.of(Kind.NAME, e.getName(), script.mark(e)));
            }
        }

        private void replace(Expression e) {
            Node node = expressions.of(e);
            int from = script.start(e) - start;
            int to = script.end(e) - start;
            computed++;
            String name = "_" + computed;
            StringBuilder stand = new StringBuilder(name);
            for (int i = from + name.length(); i < to; i++) {
                stand.append(text.charAt(i) == '\n' ? '\n' : ' ');
            }
            text.replace(from, to, stand.toString());
            bind(name, node);
        }

        private void bind(String name, Node node) {
            if (bound.stream().noneMatch(b -> b.text().equals(name))) {
                bound.add(Node.of(Kind.BOUND, name, node.mark(), node));
            }
        }
    }
}
