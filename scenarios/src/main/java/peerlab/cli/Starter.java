package peerlab.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import peerlab.engine.protocol.Operation;
import peerlab.engine.protocol.Operation.Effect;
import peerlab.engine.protocol.ProtocolProvider;

/** Writes a first scenario for a protocol: it runs, it passes, and its remarks say what to change. */
final class Starter {

    /** What goes wrong in it. */
    enum Harm { NONE, CRASH, PARTITION }

    private final ProtocolProvider protocol;
    private final int peers;
    private final Harm harm;

    Starter(ProtocolProvider protocol, int peers, Harm harm) {
        this.protocol = protocol;
        this.peers = peers;
        this.harm = harm;
    }

    /** In Groovy, from which it can be converted. */
    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("// The claim, as a sentence: what does this experiment show?");
        lines.add("scenario '" + claim() + "'");
        lines.add("");
        lines.add("// The same seed gives the same run; --seed 2 is another throw of the dice.");
        lines.add("seed   1");
        lines.add("// What --set count=128 changes on the command line.");
        lines.add("params count: " + peers);
        lines.add("");
        lines.add("// What may follow 'run': peerlab list protocols --verbose");
        lines.add("peers count, run: '" + protocol.name() + "'"
                + (protocol.canStartConverged() ? ", start: 'converged'" : ""));
        lines.add("");
        lines.add("network {");
        lines.add("    latency 20.ms..80.ms  // every message takes something between, each time anew");
        lines.add("}");
        lines.add("");
        lines.add("timeline {");
        lines.addAll(steps());
        lines.add("}");
        lines.add("");
        lines.add("expect {");
        lines.addAll(expectations());
        lines.add("}");
        lines.add("");
        lines.add("// All times are virtual: a minute takes no minute.");
        lines.add("stop at: 60.s");
        return String.join("\n", lines) + "\n";
    }

    private String claim() {
        String of = Character.toUpperCase(protocol.name().charAt(0)) + protocol.name().substring(1)
                + " among "
                + peers + (peers == 1 ? " peer" : " peers");
        return switch (harm) {
            case NONE -> of + " does what it is asked for";
            case CRASH -> of + " goes on when a tenth of the peers crash";
            case PARTITION -> of + " goes on after a split";
        };
    }

    private List<String> steps() {
        List<String> steps = new ArrayList<>();
        Optional<Operation> writes = offered(Effect.WRITES);
        Optional<Operation> reads = offered(Effect.READS);
        if (writes.isPresent() && reads.isPresent()) {
            steps.add("    // Twenty values are stored, and then read by anybody.");
            steps.add("    at(1.s) { " + writes.get().name() + " keys(20) }");
            steps.add("    during(5.s..55.s) { " + reads.get().name()
                    + " any(key), from: any(peer), every: 500.ms }");
        } else {
            other().ifPresent(operation -> {
                steps.add("    // Somebody asks for it, whoever is up.");
                steps.add("    during(1.s..55.s) { " + operation.name()
                        + " random(key), from: any(peer), every: 1.s }");
            });
        }
        if (harm == Harm.CRASH) {
            steps.add("    // 'as' names the moment, so that an expectation can count from it.");
            steps.add("    at(20.s) { crash any(10.percent), as: 'the crash' }");
        } else if (harm == Harm.PARTITION) {
            steps.add("    // It heals by itself when the window ends.");
            steps.add("    during(20.s..30.s) { partition minority, as: 'the split' }");
        } else {
            steps.add("    // Let something go wrong: at(20.s) { crash any(10.percent), as: 'the crash' }");
        }
        return steps;
    }

    private List<String> expectations() {
        List<String> lines = new ArrayList<>();
        Optional<Operation> asked = offered(Effect.WRITES).isPresent() ? offered(Effect.READS).or(this::other)
                : other();
        boolean isHarmed = harm != Harm.NONE;
        asked.ifPresent(operation -> {
            lines.add("    // In the last state; 'points' is what it is worth when it is graded.");
            lines.add("    atEnd(points: 5) { " + operation.plural() + ".succeeded > 0 }");
        });
        if (harm == Harm.CRASH) {
            lines.add("    // Not later than a second after the crash, and from then on to the end.");
            lines.add("    settles(within: 1.s, after: 'the crash') { peers.down > 0 }");
        } else if (isHarmed) {
            lines.add("    // Not later than 20 s after the window has ended, and from then on to the end.");
            lines.add("    settles(within: 20.s, after: 'the split') { topology.connected }");
        }
        if (!isHarmed) {
            lines.add("    // After every event, from the start to the end.");
            lines.add("    always { peers.up == count }");
        }
        return lines;
    }

    private Optional<Operation> offered(Effect effect) {
        return protocol.operations().stream().filter(operation -> operation.effect() == effect).findFirst();
    }

    private Optional<Operation> other() {
        return protocol.operations().stream().findFirst();
    }
}
