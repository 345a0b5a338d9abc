package peerlab.dsl.groovy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.Statement;

import peerlab.dsl.diagnostic.Diagnostics;
import peerlab.dsl.diagnostic.Source;
import peerlab.dsl.grammar.Environment;
import peerlab.dsl.grammar.FrontEnd;

/** Reads scenarios written in Groovy. */
public final class GroovyFrontEnd implements FrontEnd {

    private final ProgramCache cache;
    private final Map<String, Node> read = new HashMap<>();

    /**
     * @param cacheFolder where the programs of scripts are kept from one start to the next; empty for
     *     nowhere
     */
    public GroovyFrontEnd(Optional<Path> cacheFolder) {
        this.cache = new ProgramCache(cacheFolder, Edition.current());
    }

    /** Whether a thread that reads, by its stack, has left the parser behind and follows a script. */
    public static boolean isCarryingOut(List<StackTraceElement> stack) {
        return stack.stream().anyMatch(frame -> frame.getClassName().equals(ScriptRun.class.getName()));
    }

    @Override
    public void read(Source source, Environment environment, Diagnostics diagnostics) {
        Complaints complaints = new Complaints(source.file(), diagnostics);
        Optional<Node> stored = Optional.ofNullable(read.get(source.text()))
                .or(() -> cache.find(source.text()));
        Optional<Node> program = stored.isPresent() ? stored : compile(source, complaints, environment);
        if (program.isEmpty()) {
            environment.lose();
        } else {
            if (stored.isEmpty() && !complaints.isAny()) {
                cache.store(source.text(), program.get());
            }
            if (!complaints.isAny()) {
                read.put(source.text(), program.get());
            }
            carryOut(program.get(), source, environment, diagnostics, complaints);
        }
    }

    private static void carryOut(
            Node program, Source source, Environment environment, Diagnostics diagnostics,
            Complaints complaints) {
        try {
            new ScriptRun(source.file(), environment, diagnostics).run(program);
        } catch (StackOverflowError e) {
            tooDeep(complaints);
            environment.lose();
        }
    }

    private static void tooDeep(Complaints complaints) {
        complaints.error(new Mark(1, 1, 1), "an expression of this file is nested too deeply",
                "write it in several statements");
    }

    private static Optional<Node> compile(Source source, Complaints complaints, Environment environment) {
        ScriptText script = new ScriptText(source.text());
        if (isYaml(script)) {
            complaints.error(script.mark(0, Math.max(1, script.lineEnd(0))),
                    "this is YAML, in a file named for Groovy",
                    "name the file " + source.file().replaceAll(".*[/\\\\]|\\.groovy$", "") + ".yaml");
            return Optional.empty();
        }
        Scan scan = new Scan(script, complaints);
        if (!scan.isClosed()) {
            return Optional.empty();
        }
        Syntax syntax = new Syntax(script, scan, complaints);
        Optional<Node> program = program(syntax, script, complaints);
        if (syntax.isMended()) {
            environment.lose();
        }
        return program;
    }

    private static Optional<Node> program(Syntax syntax, ScriptText script, Complaints complaints) {
        try {
            Optional<List<Statement>> statements = syntax.statements();
            syntax.trees().forEach(new Definitions(script, complaints)::refuse);
            return statements.map(readable -> new Statements(script, complaints)
                    .program(new BlockStatement(readable, null)));
        } catch (StackOverflowError e) {
            tooDeep(complaints);
            return Optional.empty();
        }
    }

    /** True where every line that is not indented has the form of a YAML key. */
    private static boolean isYaml(ScriptText script) {
        List<String> starts = script.text().lines().filter(line -> line.matches("[A-Za-z].*")).toList();
        return starts.size() > 1 && starts.stream().allMatch(line -> line.matches("[a-z ]+:( .*|)"));
    }
}
