package peerlab.cli.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import peerlab.engine.Simulation;
import peerlab.engine.base.SourcePlace;
import peerlab.engine.observe.Topology;
import peerlab.engine.protocol.Protocols;
import peerlab.engine.spec.RecordSpec;
import peerlab.engine.trace.TraceWriter;

/**
 * What recording costs: a run with its full trace written to disk beside the same run without, and a
 * snapshot.
 */
final class TraceBenchmark implements Benchmark {

    private static final int PEERS = 1_000;
    private static final int LOOKUPS = 20_000;
    private static final int ROUNDS = 3;
    private static final RecordSpec EVERYTHING = new RecordSpec(
            true, true, Optional.empty(), SourcePlace.NOWHERE);

    @Override
    public String name() {
        return "trace";
    }

    @Override
    public String summary() {
        return LOOKUPS + " lookups among " + PEERS + " peers, with and without a full trace on disk";
    }

    @Override
    public List<Figure> measure(Consumer<String> progress) {
        try {
            return measured(progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Figure> measured(Consumer<String> progress) throws IOException {
        Protocols protocols = Protocols.installed();
        Path file = Files.createTempFile("peerlab-bench", ".jsonl");
        try {
            double plain = Double.MAX_VALUE;
            double traced = Double.MAX_VALUE;
            for (int round = 1; round <= ROUNDS; round++) {
                progress.accept("round " + round + " of " + ROUNDS);
                Simulation without = Simulation.of(Runs.kademlia(PEERS, LOOKUPS), protocols);
                plain = Math.min(plain, Runs.time(without, PEERS, false).runSeconds());
                traced = Math.min(traced, traced(protocols, file));
            }
            return List.of(
                    new Figure("trace.without", plain, "s", "the run alone, best of " + ROUNDS),
                    new Figure("trace.with", traced, "s", "with " + (Files.size(file) >> 20)
                            + " MiB written"),
                    new Figure("trace.ratio", traced / plain, "x", "the second over the first"),
                    new Figure("trace.snapshot", snapshot(protocols), "s", "the topology of " + PEERS
                            + " peers, as data"));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static double traced(Protocols protocols, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            TraceWriter writer = new TraceWriter(out, EVERYTHING);
            Simulation simulation = Simulation.of(Runs.kademlia(PEERS, LOOKUPS), protocols)
                    .observedBy(writer);
            return Runs.time(simulation, PEERS, false).runSeconds();
        }
    }

    private static double snapshot(Protocols protocols) {
        Simulation simulation = Simulation.of(Runs.kademlia(PEERS, 1), protocols);
        simulation.start();
        double best = Double.MAX_VALUE;
        for (int round = 0; round < 2 * ROUNDS; round++) {
            long began = System.nanoTime();
            Topology topology = simulation.view().topology();
            best = Math.min(best, (System.nanoTime() - began) / 1e9);
            if (topology.nodes().size() != PEERS) {
                throw new IllegalStateException(
                        "a snapshot shows " + topology.nodes().size() + " of " + PEERS + " peers");
            }
        }
        return best;
    }
}
