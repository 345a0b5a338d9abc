package peerlab.dsl.groovy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import peerlab.dsl.diagnostic.Diagnostics;
import peerlab.dsl.grammar.Environment;
import peerlab.dsl.grammar.Phrase;
import peerlab.dsl.grammar.Value;
import peerlab.dsl.groovy.Computation.Nothing;
import peerlab.dsl.groovy.Computation.Refused;
import peerlab.dsl.groovy.Node.Kind;
import peerlab.dsl.value.Complaint;
import peerlab.engine.base.SourcePlace;

/** Carries out the program of one script, and states the phrases that it comes to. */
final class ScriptRun {

    /** Turns of all loops of a script together. */
    static final int TURN_LIMIT = 500_000;

    /** Statements of the language that a script may come to. */
    static final int PHRASE_LIMIT = 100_000;

    private final String file;
    private final Environment environment;
    private final Diagnostics diagnostics;
    private final Map<String, Object> variables = new HashMap<>();
    private final Computation computation;
    private int turns;
    private int phrases;
    private int dropped;
    private boolean isLimitReached;

    ScriptRun(String file, Environment environment, Diagnostics diagnostics) {
        this.file = file;
        this.environment = environment;
        this.diagnostics = diagnostics;
        this.computation = new Computation(file, this::named);
    }

    /** Carries it out; the environment learns of statements that came to nothing. */
    void run(Node program) {
        for (Node statement : program.parts()) {
            try {
                block(new Node(Kind.BLOCK, "", statement.mark(), List.of(statement)), environment::state);
            } catch (LimitReached e) {
                limitReached(e);
            }
        }
        if (dropped > 0 || isLimitReached) {
            environment.lose();
        }
    }

    /** The statement that reached it goes; those after it are read, but for their loops. */
    private void limitReached(LimitReached limit) {
        if (!isLimitReached) {
            complain(limit.complaint());
        }
        isLimitReached = true;
        phrases = 0;
    }

    private enum Flow { ON, BREAK, CONTINUE }

    private Flow block(Node block, Consumer<Phrase> out) {
        for (Node statement : block.parts()) {
            Flow flow = Flow.ON;
            try {
                flow = statement(statement, out);
            } catch (Complaint e) {
                complain(e);
                drop(statement);
            } catch (Refused e) {
                drop(statement);
            }
            if (flow != Flow.ON) {
                return flow;
            }
        }
        return Flow.ON;
    }

    /** What was to be set is not known: neither is anything that depends on it. */
    private void drop(Node statement) {
        dropped++;
        if (statement.kind() == Kind.ASSIGN) {
            variables.put(statement.text(), Refused.VALUE);
        }
    }

    private void complain(Complaint complaint) {
        complaint.diagnostics().forEach(diagnostics::add);
    }

    private Flow statement(Node node, Consumer<Phrase> out) {
        switch (node.kind()) {
            case PHRASE:
                out.accept(phrase(node));
                return Flow.ON;
            case ASSIGN:
                Object value = computation.of(node.part(0));
                variables.put(node.text(), value == null ? Nothing.VALUE : value);
                return Flow.ON;
            case FOR:
                return over(node, out);
            case WHILE:
                return during(node, out);
            case IF:
                boolean isTrue = Computation.isTrue(computation.of(node.part(0)));
                return block(node.part(isTrue ? 1 : 2), out);
            case BREAK:
                return Flow.BREAK;
            case CONTINUE:
                return Flow.CONTINUE;
            case EVALUATE:
                computation.of(node.part(0));
                return Flow.ON;
            case NOTE:
                diagnostics.note(place(node), node.text());
                return Flow.ON;
            case REFUSED:
                throw new Refused();
            default:
                throw new IllegalStateException("no statement: " + node.kind());
        }
    }

    private Flow over(Node node, Consumer<Phrase> out) {
        Object over = computation.of(node.part(0));
        if (!(over instanceof List<?> list)) {
            throw computation.complaint(node.part(0),
                    "a loop runs over a range or a list, found " + Shown.of(over),
                    "write for (i in 1..10) { ... }");
        }
        List<?> items = list instanceof Numbers ? list : List.copyOf(list);
        Object before = variables.get(node.text());
        for (Object item : items) {
            turn(node);
            variables.put(node.text(), item);
            if (block(node.part(1), out) == Flow.BREAK) {
                break;
            }
        }
        variables.put(node.text(), before);
        return Flow.ON;
    }

    private Flow during(Node node, Consumer<Phrase> out) {
        while (Computation.isTrue(computation.of(node.part(0)))) {
            turn(node);
            if (block(node.part(1), out) == Flow.BREAK) {
                break;
            }
        }
        return Flow.ON;
    }

    private void turn(Node loop) {
        if (isLimitReached) {
            throw new Refused();
        }
        turns++;
        if (turns > TURN_LIMIT) {
            throw new LimitReached(computation.complaint(loop, "the loops of this script take more than "
                    + TURN_LIMIT + " turns", "does this loop ever end?"));
        }
    }

    private Phrase phrase(Node node) {
        phrases++;
        if (phrases > PHRASE_LIMIT) {
            throw new LimitReached(computation.complaint(node,
                    "this script comes to more than " + PHRASE_LIMIT
                    + " statements", "use every:, keys(100) and selectors for what is many"));
        }
        List<Value> arguments = new ArrayList<>();
        List<Phrase.Option> options = new ArrayList<>();
        Optional<List<Phrase>> body = Optional.empty();
        for (Node part : node.parts()) {
            if (part.kind() == Kind.OPTION) {
                options.add(new Phrase.Option(part.text(), place(part), value(part.part(0))));
            } else if (part.kind() == Kind.BLOCK) {
                int before = dropped;
                List<Phrase> inner = new ArrayList<>();
                block(part, inner::add);
                if (inner.isEmpty() && dropped > before) {
                    throw new Refused();
                }
                body = Optional.of(inner);
            } else {
                arguments.add(value(part));
            }
        }
        return new Phrase(node.text(), place(node), arguments, options, body);
    }

    private Value value(Node node) {
        if (node.kind() == Kind.WRITTEN) {
            Value.Written written = computation.written(node);
            boolean isVariable = written.variables().get(written.text().strip()) instanceof Value.Written;
            return isVariable ? (Value) written.variables().get(written.text().strip()) : written;
        } else if (node.kind() == Kind.COMPUTED) {
            Object value = computation.handed(node.part(0));
            return value instanceof Value.Written written ? written : new Value.Computed(value, place(node));
        }
        throw new Refused();
    }

    private Optional<Object> named(String name) {
        Object value = variables.get(name);
        return value != null ? Optional.of(value) : environment.param(name);
    }

    private SourcePlace place(Node node) {
        return node.mark().in(file);
    }

    /** Ends the whole script, and no statement alone. */
    private static final class LimitReached extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Complaint complaint;

        LimitReached(Complaint complaint) {
            super("a limit of scripts", null, false, false);
            this.complaint = complaint;
        }

        Complaint complaint() {
            return complaint;
        }
    }
}
