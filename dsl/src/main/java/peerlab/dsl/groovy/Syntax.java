package peerlab.dsl.groovy;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.codehaus.groovy.GroovyBugError;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.ErrorCollector;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.syntax.SyntaxException;

/**
 * Groovy's parser, and no more of Groovy than that: no class is resolved, no transformation runs, no code
 * is made. Its errors are put into our words; a statement that it cannot read is blotted out, so that one
 * reading finds the errors of all statements.
 */
final class Syntax {

    /** So many unreadable statements are reported; who has more begins with these. */
    static final int REPAIR_LIMIT = 20;

    private static final Pattern SETS = Pattern.compile("(?<![=<>!])=(?!=)");
    private static final String UNEXPECTED = "Unexpected input: '";

    private final ScriptText script;
    private final Complaints complaints;
    private final char[] text;
    private final char[] skeleton;
    private boolean isMended;

    Syntax(ScriptText script, Scan scan, Complaints complaints) {
        this.script = script;
        this.complaints = complaints;
        this.text = scan.mended();
        this.skeleton = scan.skeleton();
    }

    /** The syntax tree of all that can be read; empty where an error leaves nothing to go on with. */
    Optional<ModuleNode> tree() {
        for (int repairs = 0; repairs <= REPAIR_LIMIT; repairs++) {
            Reading reading = parse(text);
            if (reading.tree().isPresent() || reading.error().isEmpty()
                    || !isReported(reading.error().get())) {
                return reading.tree();
            }
        }
        return Optional.empty();
    }

    /** True when statements were blotted out. */
    boolean isMended() {
        return isMended;
    }

    /**
     * Either a tree, or the first error; neither where Groovy gave up without a place, which is reported
     * here.
     */
    private Reading parse(char[] characters) {
        try {
            CompilerConfiguration configuration = new CompilerConfiguration();
            SourceUnit unit = new SourceUnit(
                    "Scenario.groovy", new String(characters), configuration, null,
                    new ErrorCollector(configuration));
            unit.parse();
            unit.completePhase();
            unit.nextPhase();
            unit.convert();
            return new Reading(Optional.of(unit.getAST()), Optional.empty());
        } catch (MultipleCompilationErrorsException e) {
            if (e.getErrorCollector().getErrors().get(0) instanceof SyntaxErrorMessage first) {
                return new Reading(Optional.empty(), Optional.of(first.getCause()));
            }
            return unreadable();
        } catch (CompilationFailedException | GroovyBugError | StackOverflowError e) {
            return unreadable();
        }
    }

    private Reading unreadable() {
        complaints.error(new Mark(1, 1, 1), "this file is not something that Groovy can read",
                "is it nested too deeply, or not a scenario at all?");
        return new Reading(Optional.empty(), Optional.empty());
    }

    /**
     * Reports the error and blots out its statement; false where there is no statement around it to blot
     * out.
     */
    private boolean isReported(SyntaxException error) {
        int offset = Math.min(script.offset(error.getLine(), error.getStartColumn()), script.length());
        if (offset < skeleton.length && skeleton[offset] == '{') {
            Optional<SyntaxException> inner = within(offset);
            if (inner.isPresent()) {
                return isReported(inner.get());
            }
        }
        int start = offset;
        while (start > 0 && !isEdge(start - 1)) {
            start--;
        }
        int end = offset;
        while (end < skeleton.length && !isEdge(end)) {
            end++;
        }
        say(error, offset);
        isMended = true;
        boolean isAnythingLeft = !new String(text, start, end - start).isBlank();
        for (int i = start; i < end; i++) {
            text[i] = ' ';
            skeleton[i] = ' ';
        }
        return isAnythingLeft;
    }

    /** Groovy often points to a block whose inside it could not read; the error inside, if there is one. */
    private Optional<SyntaxException> within(int brace) {
        char[] inside = text.clone();
        int depth = 0;
        for (int i = 0; i < inside.length; i++) {
            boolean isInside = i > brace && depth > 0;
            if (i >= brace && (depth > 0 || i == brace)) {
                depth += skeleton[i] == '{' ? 1 : skeleton[i] == '}' ? -1 : 0;
            }
            if (!isInside || depth == 0) {
                inside[i] = inside[i] == '\n' ? '\n' : ' ';
            }
        }
        return parse(inside).error();
    }

    private boolean isEdge(int offset) {
        return "{};\n".indexOf(skeleton[offset]) >= 0;
    }

    private void say(SyntaxException error, int offset) {
        String found = found(error, offset);
        Matcher sets = SETS.matcher(found);
        if (sets.find()) {
            complaints.error(script.mark(offset + sets.start(), offset + sets.end()), "'=' sets something",
                    "write == to compare, and ':' behind the name of an option");
            return;
        }
        Mark mark = script.mark(offset, offset + found.length());
        if (error.getOriginalMessage().startsWith(UNEXPECTED)) {
            complaints.error(mark, found.isEmpty() ? "something is missing here"
                    : "'" + found + "' does not fit here",
                    "one statement a line: a word, its values with commas between, then its options");
        } else {
            complaints.error(mark, "this statement cannot be read",
                    "write a word, its values with commas between, then its options");
        }
    }

    private String found(SyntaxException error, int offset) {
        int end = Math.max(offset, script.offset(error.getEndLine(), error.getEndColumn()));
        return script.cut(offset, Math.min(end, script.lineEnd(Math.min(offset, script.length())))).strip();
    }

    private record Reading(Optional<ModuleNode> tree, Optional<SyntaxException> error) {
    }
}
