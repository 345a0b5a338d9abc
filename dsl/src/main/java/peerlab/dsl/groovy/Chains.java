package peerlab.dsl.groovy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.RangeExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;

import peerlab.dsl.groovy.Node.Kind;

/**
 * Answers words in a row, {@code at 30.s crash all} or {@code get any key}: Groovy takes every second of
 * them for a method of what stands before. Where it is clear what was meant the phrase is read so, and
 * nothing that refers to it goes wrong as well.
 */
final class Chains {

    private static final Set<String> TIMES = Set.of("at", "during");

    private final ScriptText script;
    private final Complaints complaints;
    private final Phrases phrases;

    Chains(ScriptText script, Complaints complaints, Phrases phrases) {
        this.script = script;
        this.complaints = complaints;
        this.phrases = phrases;
    }

    /**
     * True where nothing but blanks stands between a value and what Groovy takes for its method or
     * property.
     */
    boolean isChain(Expression of, Expression member) {
        int end = script.end(of);
        int start = script.start(member);
        return end < start && script.cut(end, start).isBlank();
    }

    /**
     * {@code latency (x * 2).ms..80.ms}: Groovy ends the value where its first bracket ends.
     *
     * @return whether that is what is wrong with a statement, and was said
     */
    boolean isBracketed(Expression statement) {
        Expression first = statement;
        while (first != null && !(first instanceof MethodCallExpression call && call.isImplicitThis())) {
            first = leftOf(first);
        }
        boolean isNamed = first instanceof MethodCallExpression call && call.getMethodAsString() != null;
        if (!isNamed || first == statement) {
            return false;
        }
        String word = ((MethodCallExpression) first).getMethodAsString();
        int start = script.start(first);
        String value = script.cut(start, script.end(statement)).substring(word.length()).strip();
        int bracket = script.text().indexOf('(', start);
        if (!value.startsWith("(")) {
            return false;
        }
        complaints.error(script.mark(bracket, script.end(first)),
                "to Groovy this is the whole value of '" + word + "'",
                "put brackets around all of it: " + word + "(" + firstLine(value) + ")");
        return true;
    }

    private static Expression leftOf(Expression e) {
        if (e instanceof RangeExpression range) {
            return range.getFrom();
        } else if (e instanceof PropertyExpression property) {
            return property.getObjectExpression();
        } else if (e instanceof BinaryExpression binary) {
            return binary.getLeftExpression();
        }
        return e instanceof MethodCallExpression call ? call.getObjectExpression() : null;
    }

    void call(MethodCallExpression call, List<Node> to) {
        Expression of = call.getObjectExpression();
        if (call.getMethodAsString() == null || of instanceof MethodCallExpression inner
                && inner.getMethodAsString() == null) {
            complaints.error(script.mark(call), "a statement begins with a word of the language",
                    "write the word as it is, without quotes");
        } else if (of instanceof MethodCallExpression first && first.isImplicitThis()) {
            if (TIMES.contains(first.getMethodAsString())) {
                step(first, call, to);
            } else {
                third(first, call);
            }
        } else if (of instanceof VariableExpression word) {
            second(word, call, to);
        } else {
            complaints.error(script.mark(call.getMethod()),
                    "'" + call.getMethodAsString() + "' does not fit here",
                    "values stand with commas between, options with their names");
        }
    }

    /** {@code put 100 keys}, {@code crash any 30.percent}. */
    void property(PropertyExpression e) {
        Expression root = e;
        while (root instanceof PropertyExpression property) {
            root = property.getObjectExpression();
        }
        if (!(root instanceof MethodCallExpression first) || !first.isImplicitThis()) {
            complaints.error(script.mark(e.getProperty()),
                    "'" + e.getPropertyAsString() + "' does not fit here",
                    "values stand with commas between, options with their names");
            return;
        }
        String value = script.cut(first.getArguments());
        int start = script.end(first);
        String rest = script.cut(start, script.end(e)).strip();
        start = script.text().indexOf(rest, start);
        if (isWithoutColon(value, script.mark(start, start + rest.length()))) {
            return;
        }
        boolean isCounted = !Character.isLetter(value.charAt(0));
        boolean isException = value.endsWith(".except");
        boolean isComma = !isException && isCounted != Character.isLetter(rest.charAt(0));
        String brackets = isException ? value + "('" + rest + "')"
                : isCounted ? rest + "(" + value + ")" : value + "(" + rest + ")";
        String remedy = isComma ? value + ", " + rest : brackets;
        complaints.error(script.mark(start, start + rest.length()), missing(isComma, value, rest),
                "write " + first.getMethodAsString() + " " + remedy);
    }

    /** {@code at 30.s { crash all }}: Groovy gives the braces to the unit; this is what was meant. */
    Node split(MethodCallExpression unit, String word) {
        ClosureExpression braces = (ClosureExpression) ((TupleExpression) unit.getArguments())
                .getExpression(0);
        int start = script.start(unit);
        String value = script.cut(start, script.start(braces)).strip();
        complaints.error(script.mark(start, start + value.length()),
                "the braces go to '" + unit.getMethodAsString() + "'",
                "add parentheses: " + word + "(" + value + ") " + firstLine(script.cut(braces)));
        return Node.of(Kind.WRITTEN, value, script.mark(start, start + value.length()));
    }

    private void step(MethodCallExpression time, MethodCallExpression step, List<Node> to) {
        String value = script.cut(time.getArguments()).replaceAll("^\\(|\\)$", "");
        String rest = script.cut(script.start(step.getMethod()), script.end(step));
        complaints.error(script.mark(step.getMethod()), "the step lacks its braces", "add braces: "
                + time.getMethodAsString() + "(" + value + ") { " + firstLine(rest) + " }");
        Node inner = phrases.phrase(step.getMethod(), phrases.arguments(step), false);
        Node outer = phrases.phrase(time.getMethod(), phrases.arguments(time), false);
        List<Node> parts = new ArrayList<>(outer.parts());
        parts.add(Node.of(Kind.BLOCK, "", inner.mark(), inner));
        to.add(new Node(Kind.PHRASE, outer.text(), outer.mark(), parts));
    }

    private void second(VariableExpression word, MethodCallExpression call, List<Node> to) {
        String value = call.getMethodAsString();
        List<Expression> arguments = phrases.arguments(call);
        List<Expression> values = arguments.stream().filter(a -> !(a instanceof MapExpression)).toList();
        String behind = "";
        String text = value;
        if (!values.isEmpty()) {
            int last = script.end(values.get(values.size() - 1));
            text = value + "(" + script.cut(script.start(values.get(0)), last) + ")";
            behind = script.cut(last, script.end(call));
        } else if (!arguments.isEmpty()) {
            behind = ", " + script.cut(call.getArguments());
        }
        String first = values.isEmpty() ? script.cut(call.getArguments()) : script.cut(values.get(0));
        complaints.error(script.mark(call.getMethod()), missing(values.isEmpty(), value, first),
                "write " + word.getName() + " " + firstLine(text + behind));
        Node node = phrases.phrase(word, arguments.stream().filter(MapExpression.class::isInstance).toList(),
                false);
        List<Node> parts = new ArrayList<>();
        parts.add(Node.of(Kind.WRITTEN, text, script.mark(call.getMethod())));
        parts.addAll(node.parts());
        to.add(new Node(Kind.PHRASE, node.text(), node.mark(), parts));
    }

    private void third(MethodCallExpression first, MethodCallExpression call) {
        String word = first.getMethodAsString();
        String value = script.cut(first.getArguments());
        String method = call.getMethodAsString();
        String rest = script.cut(call.getArguments());
        String remedy = word + " " + value + ", " + method + ": " + rest;
        if (isWithoutColon(value, script.mark(call.getMethod()))) {
            return;
        }
        if (method.equals("except")) {
            remedy = exceptOf(word, value, call);
        } else if (method.equals("to") && Character.isDigit(value.charAt(0))
                && Character.isDigit(rest.charAt(0))) {
            remedy = word + " " + value + ".." + rest;
        }
        complaints.error(script.mark(call.getMethod()), missing(true, value, method),
                "write " + firstLine(remedy));
    }

    /** {@code get any(key), from any(peer)}: what stands behind the last comma is a word with a value. */
    private boolean isWithoutColon(String values, Mark behind) {
        String last = values.substring(values.lastIndexOf(',') + 1).strip();
        boolean isWord = values.contains(",") && last.matches("[a-z]\\w*");
        if (isWord) {
            complaints.error(behind, "'" + last + "' with a value, but without ':'",
                    "an option is written " + last + ": ..., and a second action on a line of its own");
        }
        return isWord;
    }

    /** {@code crash all except 'p1', as: 'x'}: the options are those of the statement. */
    private String exceptOf(String word, String value, MethodCallExpression call) {
        List<Expression> arguments = phrases.arguments(call);
        String whom = arguments.stream().filter(argument -> !(argument instanceof MapExpression))
                .map(script::cut).findFirst().orElse("...");
        // the place that Groovy gives to options is that of all arguments
        String options = arguments.stream().filter(MapExpression.class::isInstance)
                .map(map -> ((MapExpression) map).getMapEntryExpressions().get(0))
                .map(first -> ", " + script.cut(script.start(first.getKeyExpression()), script.end(call)))
                .findFirst().orElse("");
        return word + " " + value + ".except(" + whom + ")" + options;
    }

    private static String missing(boolean isComma, String left, String right) {
        return (isComma ? "a comma" : "a bracket") + " is missing between '" + left + "' and '"
                + right.split("[\\s,:(]", 2)[0] + "'";
    }

    static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
