package peerlab.dsl.groovy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.Statement;

/** Where a tree has room for what stands in braces, by the place of the brace that opens. */
final class Bodies extends CodeVisitorSupport {

    private final ScriptText script;
    private final Map<Integer, ASTNode> byBrace = new HashMap<>();

    Bodies(ScriptText script, ModuleNode tree) {
        this.script = script;
        List.copyOf(tree.getStatementBlock().getStatements()).forEach(statement -> statement.visit(this));
    }

    boolean hasRoomFor(int brace) {
        return byBrace.containsKey(brace);
    }

    /** Puts statements between the braces, which are empty so far. */
    void fill(int brace, List<Statement> statements) {
        ASTNode node = byBrace.get(brace);
        if (node instanceof ClosureExpression closure) {
            BlockStatement code = new BlockStatement(new ArrayList<>(statements), null);
            code.setSourcePosition(closure.getCode());
            closure.setCode(code);
        } else {
            ((BlockStatement) node).addStatements(statements);
        }
    }

    @Override
    public void visitClosureExpression(ClosureExpression closure) {
        found(closure);
        super.visitClosureExpression(closure);
    }

    @Override
    public void visitBlockStatement(BlockStatement block) {
        found(block);
        super.visitBlockStatement(block);
    }

    private void found(ASTNode node) {
        if (node.getLineNumber() > 0) {
            int start = script.offset(node.getLineNumber(), node.getColumnNumber());
            if (script.at(start) == '{') {
                byBrace.putIfAbsent(start, node);
            }
        }
    }
}
