package peerlab.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import peerlab.engine.Simulation;
import peerlab.engine.base.SourcePlace;
import peerlab.engine.observe.Topology;
import peerlab.engine.protocol.Protocols;
import peerlab.engine.spec.RecordSpec;
import peerlab.engine.trace.TraceWriter;
import peerlab.reports.Machine;
import peerlab.reports.RunDirectory;
import peerlab.reports.stored.TraceFile;

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
        double plain = Double.MAX_VALUE;
        Traced traced = new Traced(Double.MAX_VALUE, 0, 0, 0);
        for (int round = 1; round <= ROUNDS; round++) {
            progress.accept("round " + round + " of " + ROUNDS);
            Simulation without = Simulation.of(Runs.kademlia(PEERS, LOOKUPS), protocols);
            plain = Math.min(plain, Runs.time(without, PEERS, false).runSeconds());
            traced = traced.orFaster(traced(protocols));
        }
        return List.of(
                new Figure("trace.without", plain, "s", "the run alone, best of " + ROUNDS),
                new Figure("trace.with", traced.seconds(), "s", "until all of "
                        + (traced.bytes() >> 20) + " MiB are written"),
                new Figure("trace.ratio", traced.seconds() / plain, "x", "the second over the first"),
                new Figure("trace.messages", traced.messages() / traced.seconds(), "1/s",
                        "messages that are recorded with all their fields"),
                new Figure("trace.read", traced.linesASecond(), "1/s", "events that are read back"),
                new Figure("trace.snapshot", snapshot(protocols), "s", "the topology of " + PEERS
                        + " peers, as data"));
    }

    private record Traced(double seconds, long bytes, long messages, double linesASecond) {

        Traced orFaster(Traced other) {
            return other.seconds < seconds ? other : this;
        }
    }

    /** As the command line does it, into a folder that is gone afterwards. */
    private static Traced traced(Protocols protocols) throws IOException {
        Path folder = Files.createTempDirectory("peerlab-bench");
        try (RunDirectory directory = RunDirectory.open(folder, Machine.here())) {
            TraceWriter writer = new TraceWriter(directory.openTrace(), EVERYTHING);
            Simulation simulation = Simulation.of(Runs.kademlia(PEERS, LOOKUPS), protocols)
                    .observedBy(writer);
            Runs.Timed run = Runs.time(simulation, PEERS, false);
            long began = System.nanoTime();
            writer.close();
            double seconds = run.runSeconds() + (System.nanoTime() - began) / 1e9;
            return new Traced(seconds, sizeOf(folder), run.result().messages(),
                    linesASecond(directory.traceSoFar()));
        } finally {
            Files.deleteIfExists(folder);
        }
    }

    private static double linesASecond(Path trace) throws IOException {
        long[] lines = {0};
        long began = System.nanoTime();
        new TraceFile(trace, "trace.jsonl").goThrough(line -> {
            lines[0]++;
            return true;
        });
        return lines[0] / ((System.nanoTime() - began) / 1e9);
    }

    private static long sizeOf(Path folder) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
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
