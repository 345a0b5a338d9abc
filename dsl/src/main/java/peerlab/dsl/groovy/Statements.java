package peerlab.dsl.groovy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureListExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PostfixExpression;
import org.codehaus.groovy.ast.expr.PrefixExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.BreakStatement;
import org.codehaus.groovy.ast.stmt.ContinueStatement;
import org.codehaus.groovy.ast.stmt.EmptyStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.ForStatement;
import org.codehaus.groovy.ast.stmt.IfStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.ast.stmt.WhileStatement;

import peerlab.dsl.groovy.Node.Kind;

/**
 * Turns the statements of a script into nodes: words of the language, loops, variables, and an answer to
 * all else.
 */
final class Statements {

    private static final String NOT_IN_YAML = "cannot be written in YAML: ";

    private final ScriptText script;
    private final Complaints complaints;
    private final Set<String> locals = new HashSet<>();
    private final Set<String> noted = new HashSet<>();
    private final Expressions expressions;
    private final Values values;
    private final Phrases phrases;

    Statements(ScriptText script, Complaints complaints) {
        this.script = script;
        this.complaints = complaints;
        this.expressions = new Expressions(script, complaints, locals, this::written);
        this.values = new Values(script, complaints, expressions, locals);
        this.phrases = new Phrases(script, complaints, values, this);
    }

    private Node written(Expression e) {
        return values.value(e);
    }

    Node program(BlockStatement script) {
        script.visit(new Locals());
        return block(script, false);
    }

    /** @param isExpect whether these are expectations, whose braces hold conditions */
    Node block(Statement statement, boolean isExpect) {
        List<Node> nodes = new ArrayList<>();
        add(statement, isExpect, nodes);
        return new Node(Kind.BLOCK, "", new Mark(1, 1, 1), nodes);
    }

    private void add(Statement s, boolean isExpect, List<Node> to) {
        int complained = complaints.count();
        int size = to.size();
        translate(s, isExpect, to);
        if (to.size() == size && complaints.count() > complained) {
            to.add(node(Kind.REFUSED, "", s));
        }
    }

    private void translate(Statement s, boolean isExpect, List<Node> to) {
        if (s instanceof BlockStatement block) {
            block.getStatements().forEach(inner -> add(inner, isExpect, to));
        } else if (s instanceof ExpressionStatement expression) {
            addExpression(expression, isExpect, to);
        } else if (s instanceof ForStatement loop) {
            addFor(loop, isExpect, to);
        } else if (s instanceof WhileStatement loop) {
            note(s, "a loop", to);
            to.add(node(Kind.WHILE, "", s, expressions.of(loop.getBooleanExpression()),
                    block(loop.getLoopBlock(), isExpect)));
        } else if (s instanceof IfStatement choice) {
            note(s, "a choice by 'if'", to);
            to.add(node(Kind.IF, "", s, expressions.of(choice.getBooleanExpression()),
                    block(choice.getIfBlock(), isExpect), block(choice.getElseBlock(), isExpect)));
        } else if (s instanceof BreakStatement) {
            to.add(node(Kind.BREAK, "", s));
        } else if (s instanceof ContinueStatement) {
            to.add(node(Kind.CONTINUE, "", s));
        } else if (!(s instanceof EmptyStatement) && s.getLineNumber() > 0) {
            String word = script.cut(s).split("\\W", 2)[0];
            complaints.error(script.mark(script.start(s), script.start(s) + word.length()),
                    "'" + word + "' is not a word of a scenario",
                    word.equals("assert") ? "what must hold stands in expect { ... }"
                            : "a scenario has steps, for, while, if and variables");
        }
    }

    private void addFor(ForStatement loop, boolean isExpect, List<Node> to) {
        Expression over = loop.getCollectionExpression();
        if (over instanceof ClosureListExpression) {
            complaints.error(script.mark(loop.getLineNumber() < 1 ? over : loop).shortened(3),
                    "a loop runs over a range or a list", "write for (i in 0..<10) { ... }");
            return;
        }
        note(loop, "a loop", to);
        to.add(node(Kind.FOR, loop.getVariable().getName(), loop, expressions.of(over),
                block(loop.getLoopBlock(), isExpect)));
    }

    private void addExpression(ExpressionStatement s, boolean isExpect, List<Node> to) {
        Expression e = s.getExpression();
        if (s.getStatementLabels() != null) {
            label(s, to);
        } else if (e instanceof DeclarationExpression declaration) {
            declaration(declaration, to);
        } else if (e instanceof BinaryExpression binary) {
            binary(binary, to);
        } else if (e instanceof PostfixExpression step
                && step.getExpression() instanceof VariableExpression variable) {
            count(e, variable, step.getOperation().getText(), to);
        } else if (e instanceof PrefixExpression step
                && step.getExpression() instanceof VariableExpression variable) {
            count(e, variable, step.getOperation().getText(), to);
        } else if (e instanceof MethodCallExpression call && !call.isImplicitThis()
                && values.isLocal(call.getObjectExpression()) && !phrases.isChain(call)
                && !phrases.hasBraces(call)) {
            to.add(node(Kind.EVALUATE, "", e, expressions.of(e)));
        } else {
            phrases.add(e, isExpect, to);
        }
    }

    private void label(ExpressionStatement s, List<Node> to) {
        String word = s.getStatementLabels().get(0);
        int start = script.text().lastIndexOf(word, script.start(s));
        Mark mark = script.mark(start, start + word.length());
        if (Words.STATEMENTS.contains(word)) {
            complaints.error(mark, "a ':' stands behind the name of an option",
                    "write " + word + " " + firstLine(s.getExpression()));
            to.add(new Node(Kind.PHRASE, word, mark, List.of(values.value(s.getExpression()))));
        } else {
            complaints.error(mark, "a ':' stands behind the name of an option",
                    "options follow a comma on the line of their word");
        }
    }

    private void declaration(DeclarationExpression e, List<Node> to) {
        String type = script.cut(e).split("\\s", 2)[0];
        Mark mark = script.mark(script.start(e), script.start(e) + type.length());
        if (!(e.getLeftExpression() instanceof VariableExpression variable)) {
            complaints.error(script.mark(e), "a scenario sets one variable at a time", "write x = 3");
        } else if (Words.STATEMENTS.contains(type)) {
            complaints.error(script.mark(variable), "'=' sets a variable; an option has ':'",
                    "write " + type + " " + variable.getName() + ": " + firstLine(e.getRightExpression()));
            to.add(Node.of(Kind.PHRASE, type, mark,
                    Node.of(Kind.OPTION, variable.getName(), script.mark(variable),
                    values.value(e.getRightExpression()))));
        } else {
            complaints.error(mark, "'" + type + "' is not a word of a scenario",
                    "a variable is set without it: " + variable.getName() + " = "
                    + firstLine(e.getRightExpression()));
            assign(variable, expressions.of(e.getRightExpression()), to);
        }
    }

    private void binary(BinaryExpression e, List<Node> to) {
        String operator = e.getOperation().getText();
        boolean isName = e.getLeftExpression() instanceof VariableExpression;
        String left = isName ? ((VariableExpression) e.getLeftExpression()).getName() : "";
        if (operator.equals("[") && isName && !locals.contains(left)) {
            to.add(phrases.indexed(e));
        } else if (operator.equals("=") && Words.STATEMENTS.contains(left)) {
            complaints.error(script.mark(e.getLeftExpression()),
                    "'" + left + "' takes its value without '='",
                    "write " + left + " " + firstLine(e.getRightExpression()));
            to.add(node(Kind.PHRASE, left, e.getLeftExpression(), values.value(e.getRightExpression())));
        } else if (operator.equals("=") && Words.ALONE.contains(left)) {
            complaints.error(script.mark(e.getLeftExpression()),
                    "'" + left + "' says who is meant, and names no variable",
                            "give the variable another name");
        } else if (operator.equals("=") && isName) {
            note(e, "the variable '" + left + "'", to);
            assign((VariableExpression) e.getLeftExpression(), expressions.of(e.getRightExpression()), to);
        } else if (isName && operator.length() == 2 && operator.endsWith("=")
                && "+-*/%".indexOf(operator.charAt(0)) >= 0) {
            Node sum = node(Kind.OPERATION, operator.substring(0, 1), e,
                    node(Kind.NAME, left, e.getLeftExpression()), expressions.of(e.getRightExpression()));
            assign((VariableExpression) e.getLeftExpression(), sum, to);
        } else if (operator.equals("<<") && values.isLocal(e.getLeftExpression())) {
            to.add(node(Kind.EVALUATE, "", e, node(Kind.CALL, "add", e,
                    expressions.of(e.getLeftExpression()), expressions.of(e.getRightExpression()))));
        } else if (operator.endsWith("=") && !"= == != <= >=".contains(operator) || operator.equals("=")) {
            complaints.error(script.mark(e), "only a variable can be set", "write x = 3");
        } else if (!phrases.isBracketed(e)) {
            complaints.error(script.mark(e), "this computes a value that nobody uses",
                    isName ? "write " + left + "(" + operator + firstLine(e.getRightExpression())
                            + ") for a word with a value"
                            : "what must hold stands in expect { always { ... } }");
        }
    }

    private void count(Expression e, VariableExpression variable, String operator, List<Node> to) {
        Node sum = node(Kind.OPERATION, operator.substring(0, 1), e,
                node(Kind.NAME, variable.getName(), variable),
                node(Kind.WHOLE, "1", e));
        assign(variable, sum, to);
    }

    private void assign(VariableExpression variable, Node value, List<Node> to) {
        to.add(node(Kind.ASSIGN, variable.getName(), variable, value));
    }

    private void note(ASTNode e, String what, List<Node> to) {
        Mark mark = script.mark(e);
        if (noted.add(what.startsWith("the variable") ? what : what + mark.line())) {
            to.add(Node.of(Kind.NOTE, NOT_IN_YAML + what, mark));
        }
    }

    private String firstLine(Expression e) {
        return script.cut(e).lines().findFirst().orElse("");
    }

    private Node node(Kind kind, String text, ASTNode e, Node... parts) {
        return Node.of(kind, text, script.mark(e), parts);
    }

    /** Finds the names that the script sets anywhere. */
    private final class Locals extends CodeVisitorSupport {

        @Override
        public void visitBinaryExpression(BinaryExpression e) {
            boolean isSet = e.getOperation().getText().equals("=");
            if (isSet && e.getLeftExpression() instanceof VariableExpression name
                    && !Words.STATEMENTS.contains(name.getName())) {
                locals.add(name.getName());
            }
            super.visitBinaryExpression(e);
        }

        @Override
        public void visitDeclarationExpression(DeclarationExpression e) {
            if (e.getLeftExpression() instanceof TupleExpression) {
                return;
            }
            visitBinaryExpression(e);
        }

        @Override
        public void visitForLoop(ForStatement loop) {
            Parameter variable = loop.getVariable();
            locals.add(variable.getName());
            super.visitForLoop(loop);
        }
    }
}
