package peerlab.dsl.groovy;

import java.util.ArrayList;
import java.util.List;

import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;

import peerlab.dsl.groovy.Node.Kind;

/**
 * Turns the statements that begin with a word of the language into nodes, and answers those that only look
 * so.
 */
final class Phrases {

    private final ScriptText script;
    private final Complaints complaints;
    private final Values values;
    private final Statements statements;
    private final Chains chains;

    Phrases(ScriptText script, Complaints complaints, Values values, Statements statements) {
        this.script = script;
        this.complaints = complaints;
        this.values = values;
        this.statements = statements;
        this.chains = new Chains(script, complaints, this);
    }

    void add(Expression e, boolean isExpect, List<Node> to) {
        if (e instanceof MethodCallExpression call && call.isImplicitThis()
                && call.getMethod() instanceof ConstantExpression word) {
            to.add(phrase(word, arguments(call), isExpect));
        } else if (e instanceof VariableExpression word) {
            to.add(Node.of(Kind.PHRASE, word.getName(), script.mark(word)));
        } else if (e instanceof MethodCallExpression call) {
            slip(call, to);
        } else if (e instanceof PropertyExpression property) {
            property(property);
        } else {
            useless(e);
        }
    }

    /** {@code partition ['p1', 'p2']}, which Groovy takes for an index. */
    Node indexed(BinaryExpression e) {
        VariableExpression word = (VariableExpression) e.getLeftExpression();
        int start = script.offset(e.getRightExpression().getLineNumber(),
                e.getRightExpression().getColumnNumber());
        while (script.at(start) != '[') {
            start--;
        }
        return Node.of(Kind.PHRASE, word.getName(), script.mark(word), values.list(start, e));
    }

    boolean isChain(MethodCallExpression call) {
        return chains.isChain(call.getObjectExpression(), call.getMethod());
    }

    boolean isBracketed(Expression e) {
        return chains.isBracketed(e);
    }

    boolean hasBraces(MethodCallExpression call) {
        return call.getArguments() instanceof TupleExpression tuple
                && tuple.getExpressions().stream().anyMatch(ClosureExpression.class::isInstance);
    }

    Node phrase(Expression word, List<Expression> arguments, boolean isExpect) {
        String name = word.getText();
        boolean isCondition = isExpect || Words.TEMPORAL.contains(name);
        List<Node> parts = new ArrayList<>();
        List<Node> options = new ArrayList<>();
        Node block = null;
        for (Expression argument : arguments) {
            if (argument instanceof MapExpression map) {
                map.getMapEntryExpressions().forEach(entry -> options.add(option(entry)));
            } else if (argument instanceof ClosureExpression closure && !isCondition && block == null) {
                block = block(name, closure);
            } else if (isSplit(argument)) {
                parts.add(chains.split((MethodCallExpression) argument, name));
                block = block(name, (ClosureExpression) arguments((MethodCallExpression) argument).get(0));
            } else if (argument instanceof BinaryExpression slip
                    && slip.getOperation().getText().equals("=")) {
                options.add(optionBySign(slip));
            } else {
                parts.add(values.value(argument));
            }
        }
        parts.addAll(options);
        if (block != null) {
            parts.add(block);
        }
        return new Node(Kind.PHRASE, name, script.mark(word), parts);
    }

    /** {@code run = 'kademlia'}. */
    private Node optionBySign(BinaryExpression slip) {
        String name = script.cut(slip.getLeftExpression());
        int at = script.offset(slip.getOperation().getStartLine(), slip.getOperation().getStartColumn());
        complaints.error(script.mark(at, at + 1), "'=' sets a variable; an option has ':'",
                "write " + name + ": " + Chains.firstLine(script.cut(slip.getRightExpression())));
        return Node.of(Kind.OPTION, name, script.mark(slip.getLeftExpression()),
                values.value(slip.getRightExpression()));
    }

    List<Expression> arguments(MethodCallExpression call) {
        return call.getArguments() instanceof TupleExpression tuple
                ? tuple.getExpressions() : List.of(call.getArguments());
    }

    private Node option(MapEntryExpression entry) {
        Expression key = entry.getKeyExpression();
        if (!(key instanceof ConstantExpression)) {
            complaints.error(script.mark(key), "the name of an option is a word", "such as every: 100.ms");
        }
        return Node.of(Kind.OPTION, key.getText(), script.mark(key),
                values.value(entry.getValueExpression()));
    }

    private Node block(String word, ClosureExpression closure) {
        Parameter[] parameters = closure.getParameters();
        if (parameters == null || parameters.length > 0) {
            complaints.error(script.mark(closure), "a block has no '->'", "write " + word + " { ... }");
        }
        Node block = statements.block(closure.getCode(), word.equals("expect"));
        boolean isLost = block.parts().isEmpty()
                && complaints.isAnyBetween(script.mark(closure), script.endMark(closure));
        return isLost ? Node.of(Kind.BLOCK, "", block.mark(), Node.of(Kind.REFUSED, "", block.mark()))
                : block;
    }

    private boolean isSplit(Expression argument) {
        return argument instanceof MethodCallExpression call && !call.isImplicitThis() && hasBraces(call)
                && arguments(call).size() == 1;
    }

    private void slip(MethodCallExpression call, List<Node> to) {
        if (isChain(call)) {
            chains.call(call, to);
        } else if (hasBraces(call)) {
            complaints.error(script.mark(call.getMethod()),
                    "'" + call.getMethodAsString() + "' runs code of Groovy's",
                    "write for (i in 1..3) { ... }");
        } else {
            useless(call);
        }
    }

    private void property(PropertyExpression e) {
        Expression of = e;
        while (of instanceof PropertyExpression part) {
            if (chains.isChain(part.getObjectExpression(), part.getProperty())) {
                chains.property(e);
                return;
            }
            of = part.getObjectExpression();
        }
        useless(e);
    }

    /** An expression that stands alone; a reason of its own to refuse it goes before. */
    private void useless(Expression e) {
        boolean isSaid = chains.isBracketed(e) || values.isRefused(e);
        if (!isSaid) {
            complaints.error(script.mark(e), "a statement begins with a word of the language",
                    "such as peers, at, crash, always");
        }
    }
}
