package peerlab.dsl.groovy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.BooleanExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.ConstructorCallExpression;
import org.codehaus.groovy.ast.expr.ElvisOperatorExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.NotExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.RangeExpression;
import org.codehaus.groovy.ast.expr.SpreadExpression;
import org.codehaus.groovy.ast.expr.SpreadMapExpression;
import org.codehaus.groovy.ast.expr.TernaryExpression;
import org.codehaus.groovy.ast.expr.UnaryMinusExpression;
import org.codehaus.groovy.ast.expr.UnaryPlusExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;

import peerlab.dsl.diagnostic.Suggestion;
import peerlab.dsl.groovy.Node.Kind;

/**
 * Turns the expressions that a script computes itself (of variables, loops, texts with values in them) into
 * nodes.
 */
final class Expressions {

    private static final Set<String> OPERATORS = Set.of(
            "+", "-", "*", "/", "%", "==", "!=", "<", "<=", ">", ">=", "&&", "||", "in");

    private final ScriptText script;
    private final Complaints complaints;
    private final Lint lint;
    private final Set<String> locals;
    private final Function<Expression, Node> written;

    /**
     * @param locals the names that the script sets
     * @param written hands on a value as its text
     */
    Expressions(
            ScriptText script, Complaints complaints, Set<String> locals,
            Function<Expression, Node> written) {
        this.script = script;
        this.complaints = complaints;
        this.lint = new Lint(complaints);
        this.locals = locals;
        this.written = written;
    }

    Node of(Expression e) {
        if (e instanceof ConstantExpression constant) {
            return constant(constant);
        } else if (e instanceof VariableExpression variable) {
            return variable(variable);
        } else if (e instanceof GStringExpression) {
            return joined((GStringExpression) e);
        } else if (e instanceof BooleanExpression truth && !(e instanceof NotExpression)) {
            return of(truth.getExpression());
        } else if (e instanceof ElvisOperatorExpression elvis) {
            return node(Kind.CHOICE, "", e, of(elvis.getTrueExpression()), of(elvis.getTrueExpression()),
                    of(elvis.getFalseExpression()));
        } else if (e instanceof TernaryExpression choice) {
            return node(Kind.CHOICE, "", e, of(choice.getBooleanExpression()),
                    of(choice.getTrueExpression()), of(choice.getFalseExpression()));
        } else if (e instanceof BinaryExpression binary) {
            return binary(binary);
        } else if (e instanceof NotExpression not) {
            return node(Kind.OPERATION, "!", e, of(not.getExpression()));
        } else if (e instanceof UnaryMinusExpression minus) {
            return node(Kind.OPERATION, "-", e, of(minus.getExpression()));
        } else if (e instanceof UnaryPlusExpression plus) {
            return of(plus.getExpression());
        }
        return compound(e);
    }

    private Node compound(Expression e) {
        if (e instanceof RangeExpression range) {
            String sign = range.isInclusive() ? ".." : "..<";
            return node(Kind.RANGE, sign, e, of(range.getFrom()), of(range.getTo()), written.apply(e));
        } else if (e instanceof ListExpression list) {
            return new Node(Kind.LIST, "", script.mark(e), all(list.getExpressions()));
        } else if (e instanceof MapExpression map) {
            return map(map);
        } else if (e instanceof PropertyExpression property) {
            return property(property);
        } else if (e instanceof MethodCallExpression call) {
            return call(call);
        } else if (e instanceof ConstructorCallExpression construction) {
            lint.construction(script.mark(e), script.cut(e), construction.getType().getNameWithoutPackage());
            return refused(e);
        }
        return odd(e);
    }

    /** What the language has no place for, wherever it stands. */
    Node odd(Expression e) {
        if (e instanceof ClosureExpression) {
            return refuse(e, "braces cannot stand here", "a loop is written for (i in 1..3) { ... }");
        } else if (e instanceof SpreadExpression || e instanceof SpreadMapExpression) {
            return refuse(e, "'*' cannot stand here", "name each value");
        }
        String written = script.cut(e).lines().findFirst().orElse("");
        return refuse(e, "a scenario cannot compute '" + written + "'",
                "numbers, units, texts, lists, + - * / %, comparisons and ?: can be computed");
    }

    Node refuse(Expression e, String message, String remedy) {
        complaints.error(script.mark(e), message, remedy);
        return refused(e);
    }

    private Node constant(ConstantExpression e) {
        Object value = e.getValue();
        if (value == null) {
            return node(Kind.NOTHING, "", e);
        } else if (value instanceof Boolean) {
            return node(Kind.TRUTH, value.toString(), e);
        } else if (value instanceof String text) {
            return node(Kind.TEXT, Surrogates.shown(text), e);
        }
        boolean isWhole = value instanceof Integer || value instanceof Long
                || value instanceof BigInteger;
        return node(isWhole ? Kind.WHOLE : Kind.DECIMAL, value.toString(), e);
    }

    private Node variable(VariableExpression e) {
        if (e.getName().equals("it")) {
            return refuse(e, "'it' stands for nothing here", "name the value, or a variable");
        }
        boolean isWho = Words.ALONE.contains(e.getName()) && !locals.contains(e.getName());
        return isWho ? written.apply(e) : node(Kind.NAME, e.getName(), e);
    }

    private Node joined(GStringExpression e) {
        List<Node> pieces = new ArrayList<>();
        for (int i = 0; i < e.getStrings().size(); i++) {
            pieces.add(constant(e.getStrings().get(i)));
            if (i < e.getValues().size()) {
                pieces.add(of(e.getValues().get(i)));
            }
        }
        return new Node(Kind.JOINED, "", script.mark(e), pieces);
    }

    private Node binary(BinaryExpression e) {
        String operator = e.getOperation().getText();
        if (operator.equals("[")) {
            return node(Kind.INDEX, "", e, of(e.getLeftExpression()), of(e.getRightExpression()));
        } else if (operator.equals("=")) {
            return refuse(e, "'=' sets a variable and compares nothing", "write == to compare");
        } else if (!OPERATORS.contains(operator)) {
            return odd(e);
        }
        return node(Kind.OPERATION, operator, e, of(e.getLeftExpression()), of(e.getRightExpression()));
    }

    private Node map(MapExpression map) {
        List<Node> parts = new ArrayList<>();
        for (MapEntryExpression entry : map.getMapEntryExpressions()) {
            parts.add(of(entry.getKeyExpression()));
            parts.add(of(entry.getValueExpression()));
        }
        return new Node(Kind.MAP, "", script.mark(map), parts);
    }

    private Node property(PropertyExpression e) {
        if (e.getObjectExpression() instanceof VariableExpression root
                && lint.isRefusedCall(script.mark(e), script.cut(e), root.getName(), "")) {
            return refused(e);
        }
        return node(Kind.PROPERTY, e.getPropertyAsString(), e, of(e.getObjectExpression()),
                node(Kind.TEXT, e.getPropertyAsString(), e.getProperty()));
    }

    private Node call(MethodCallExpression e) {
        String method = e.getMethodAsString();
        boolean isWords = e.isImplicitThis() ? Words.CALLED.contains(method) : "except".equals(method);
        if (isWords) {
            return written.apply(e);
        }
        if (e.isImplicitThis() || method == null) {
            return refuse(e, "a script cannot compute '" + script.cut(e) + "'",
                    Suggestion.remedy(String.valueOf(method), Words.CALLED,
                            "write it in the step that uses it"));
        }
        String root = e.getObjectExpression() instanceof VariableExpression name ? name.getName() : "";
        if (lint.isRefusedCall(script.mark(e), script.cut(e), root, method)) {
            return refused(e);
        }
        List<Expression> arguments = e.getArguments() instanceof ArgumentListExpression list
                ? list.getExpressions() : List.of(e.getArguments());
        if (arguments.stream().anyMatch(ClosureExpression.class::isInstance)) {
            return refuse(e, "'" + method + "' with braces runs code of Groovy's",
                    "write for (i in 1..3) { ... }");
        }
        List<Node> parts = new ArrayList<>();
        parts.add(root.equals("Math") ? node(Kind.NOTHING, "", e) : of(e.getObjectExpression()));
        parts.addAll(all(arguments));
        return new Node(Kind.CALL, root.equals("Math") ? "Math." + method : method,
                script.mark(e.getMethod()), parts);
    }

    private List<Node> all(List<Expression> expressions) {
        return expressions.stream().map(this::of).toList();
    }

    Node refused(Expression e) {
        return node(Kind.REFUSED, "", e);
    }

    private Node node(Kind kind, String text, Expression e, Node... parts) {
        return Node.of(kind, text, script.mark(e), parts);
    }
}
