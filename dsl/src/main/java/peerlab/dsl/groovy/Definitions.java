package peerlab.dsl.groovy;

import java.util.ArrayList;
import java.util.List;

import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.ImportNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.ModuleNode;

/**
 * Refuses what a script may define beside its statements: a scenario is a list of statements and nothing
 * more.
 */
final class Definitions {

    private static final String JAVA =
            "algorithms and metrics are classes in Java, and come with --with PATH";

    private final ScriptText script;
    private final Complaints complaints;

    Definitions(ScriptText script, Complaints complaints) {
        this.script = script;
        this.complaints = complaints;
    }

    void refuse(ModuleNode tree) {
        if (tree.getPackage() != null) {
            refuse(tree.getPackage(), "a scenario is in no package", "leave the line out");
        }
        List<ImportNode> imports = new ArrayList<>(tree.getImports());
        imports.addAll(tree.getStarImports());
        imports.addAll(tree.getStaticImports().values());
        imports.addAll(tree.getStaticStarImports().values());
        imports.forEach(i -> refuse(i, "'import' is not a word of a scenario", JAVA));
        for (MethodNode method : tree.getMethods()) {
            refuse(method, "a scenario defines no methods", "a loop repeats steps: for (i in 1..3) { ... }");
        }
        for (ClassNode type : tree.getClasses()) {
            if (!type.equals(tree.getScriptClassDummy())) {
                refuse(type, "a scenario defines no classes", JAVA);
            }
        }
    }

    private void refuse(ASTNode node, String message, String remedy) {
        if (node.getLineNumber() > 0) {
            int start = script.start(node);
            int end = start;
            while (end < script.lineEnd(start) && script.at(end) != '{') {
                end++;
            }
            complaints.error(script.mark(start, start + script.cut(start, end).stripTrailing().length()),
                    message, remedy);
        }
    }
}
