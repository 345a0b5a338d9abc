package peerlab.dsl.groovy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.codehaus.groovy.GroovyBugError;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.stmt.Statement;
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
 *
 * <p>Statements and what stands in braces are read by themselves, as far as possible: Groovy's grammar takes
 * many times longer to tell a word with options from other things the more there is around it, and a
 * statement that has to be read again takes nothing else along.
 */
final class Syntax {

    /** So many unreadable statements are reported; who has more begins with these, and the rest waits. */
    static final int REPAIR_LIMIT = 20;
    /** Characters that are read again because of errors. */
    private static final int REREAD_LIMIT = 100_000;

    private static final Pattern SETS = Pattern.compile("(?<![=<>!])=(?!=)");
    private static final Pattern BEHIND_A_VALUE = Pattern.compile("[\\w)'\"\\]]\\s+([A-Za-z]\\w*)\\s*$");
    private static final String UNEXPECTED = "Unexpected input: '";

    private final ScriptText script;
    private final Complaints complaints;
    private final char[] text;
    private final char[] skeleton;
    private final Outline outline;
    private final Together together;
    private final List<ModuleNode> trees = new ArrayList<>();
    private final CompilerConfiguration configuration = new CompilerConfiguration();
    private boolean isMended;
    private int repairs;
    private int reread;

    Syntax(ScriptText script, Scan scan, Complaints complaints) {
        this.script = script;
        this.complaints = complaints;
        this.text = scan.mended();
        this.skeleton = scan.skeleton();
        this.outline = new Outline(skeleton);
        this.together = new Together(script, outline, part -> passage(part, outline.blocks(part)),
                characters -> parse(characters).tree());
    }

    /** All statements that can be read; empty where an error leaves nothing to go on with. */
    Optional<List<Statement>> statements() {
        together.read(outline.statements(0, text.length));
        return between(0, text.length);
    }

    /** The trees that they are from, each of which may define what it must not. */
    List<ModuleNode> trees() {
        List<ModuleNode> all = new ArrayList<>(together.trees());
        all.addAll(trees);
        return all;
    }

    /** True when statements were blotted out. */
    boolean isMended() {
        return isMended;
    }

    private Optional<List<Statement>> between(int from, int to) {
        List<Statement> all = new ArrayList<>();
        boolean isAnything = false;
        for (Outline.Part part : outline.statements(from, to)) {
            Optional<List<Statement>> found = part(part);
            found.ifPresent(all::addAll);
            isAnything |= found.isPresent();
            isMended |= found.isEmpty();
        }
        return isAnything ? Optional.of(all) : Optional.empty();
    }

    private Optional<List<Statement>> part(Outline.Part part) {
        List<Integer> blocks = new ArrayList<>(outline.blocks(part));
        if (passage(part, blocks).isTooLong()) {
            int start = firstOf(part);
            complaints.error(script.mark(start, script.lineEnd(start)),
                    "to Groovy this and what follows is one statement, of more than "
                            + Passage.LENGTH_LIMIT + " characters",
                    "begin each statement on a line of its own, with a word of the language");
            return Optional.empty();
        }
        Optional<Together.Piece> piece = together.of(part);
        while (piece.isEmpty()) {
            if (repairs > REPAIR_LIMIT) {
                return Optional.empty();
            }
            Optional<ModuleNode> tree = repaired(part, blocks);
            if (tree.isEmpty()) {
                return Optional.empty();
            }
            Bodies bodies = new Bodies(script, tree.get());
            if (!blocks.removeIf(brace -> !bodies.hasRoomFor(brace))) {
                trees.add(tree.get());
                piece = Optional.of(new Together.Piece(statements(tree.get()), bodies));
            }
        }
        Bodies bodies = piece.get().bodies();
        blocks.forEach(brace -> between(brace + 1, outline.closing(brace))
                .ifPresent(inside -> bodies.fill(brace, inside)));
        return Optional.of(piece.get().statements());
    }

    /** Where there is nothing at all, Groovy makes a statement that has no place. */
    static List<Statement> statements(ModuleNode tree) {
        return tree.getStatementBlock().getStatements().stream()
                .filter(statement -> statement.getLineNumber() > 0).toList();
    }

    private Optional<ModuleNode> repaired(Outline.Part part, List<Integer> blank) {
        while (true) {
            Reading reading = read(passage(part, blank));
            if (reading.equals(Reading.NONE)) {
                sayUnreadable(part);
                return Optional.empty();
            }
            boolean isOver = reading.tree().isPresent() || ++repairs > REPAIR_LIMIT
                    || !isReported(reading.error().get(), part) || isTooMuch(part.to() - part.from());
            if (isOver) {
                return reading.tree();
            }
        }
    }

    private boolean isTooMuch(int length) {
        reread += length;
        return reread > REREAD_LIMIT;
    }

    private Passage passage(Outline.Part part, List<Integer> blank) {
        return new Passage(text, skeleton, script.mark(part.from(), part.from()), part.from(), part.to(),
                blank.stream().map(brace -> new Passage.Blank(brace, outline.closing(brace))).toList());
    }

    private Reading read(Passage passage) {
        if (passage.canBeBracketed()) {
            Reading reading = parse(Passage.text(List.of(passage)));
            if (reading.tree().isPresent() && passage.isAsWritten(statements(reading.tree().get()))) {
                return reading;
            }
        }
        return parse(passage.alone());
    }

    /** Either a tree, or the first error; neither where Groovy gave up without a place. */
    private Reading parse(String characters) {
        try {
            SourceUnit unit = new SourceUnit(
                    "Scenario.groovy", characters, configuration, null,
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
            return Reading.NONE;
        } catch (CompilationFailedException | GroovyBugError | StackOverflowError e) {
            return Reading.NONE;
        }
    }

    /**
     * Reports the error and blots out its statement; false where there is no statement around it to blot
     * out.
     */
    private boolean isReported(SyntaxException error, Outline.Part part) {
        int found = script.offset(error.getLine(), error.getStartColumn());
        int offset = Math.max(part.from(), Math.min(found, part.to()));
        boolean isBlock = offset < skeleton.length && skeleton[offset] == '{';
        if (isBlock && !isTooMuch(part.to() - offset)) {
            Optional<SyntaxException> inner = within(offset);
            if (inner.isPresent()) {
                return isReported(inner.get(), part);
            }
        }
        int start = offset;
        while (start > part.from() && !isEdge(start - 1)) {
            start--;
        }
        int end = offset;
        while (end < part.to() && !isEdge(end)) {
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
        return parse(new String(inside)).error();
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
        if (found.equals(":") && isOptionWithoutComma(offset)) {
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

    /** {@code put keys(100) from: 'p1'}; false where it is something else. */
    private boolean isOptionWithoutComma(int colon) {
        String line = script.cut(Math.max(script.lineStart(colon), colon - Lookalikes.NEAR), colon);
        Matcher option = BEHIND_A_VALUE.matcher(line);
        if (!option.find()) {
            return false;
        }
        int start = colon - line.length() + option.start(1);
        complaints.error(script.mark(start, colon), "a comma is missing before '" + option.group(1) + "'",
                "write , " + option.group(1) + ": ...");
        return true;
    }

    private void sayUnreadable(Outline.Part part) {
        int start = firstOf(part);
        complaints.error(script.mark(start, script.lineEnd(start)), "this is nothing that Groovy can read",
                "write it in several statements, or more simply");
    }

    private int firstOf(Outline.Part part) {
        int start = part.from();
        while (start < part.to() - 1 && Character.isWhitespace(text[start])) {
            start++;
        }
        return start;
    }

    private String found(SyntaxException error, int offset) {
        int end = Math.max(offset, script.offset(error.getEndLine(), error.getEndColumn()));
        return script.cut(offset, Math.min(end, script.lineEnd(Math.min(offset, script.length())))).strip();
    }

    private record Reading(Optional<ModuleNode> tree, Optional<SyntaxException> error) {

        static final Reading NONE = new Reading(Optional.empty(), Optional.empty());
    }
}
