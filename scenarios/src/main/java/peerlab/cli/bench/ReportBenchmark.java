package peerlab.cli.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import peerlab.engine.RunResult;
import peerlab.engine.Simulation;
import peerlab.engine.base.SourcePlace;
import peerlab.engine.observe.Topology;
import peerlab.engine.protocol.ProtocolProvider;
import peerlab.engine.protocol.Protocols;
import peerlab.engine.spec.RecordSpec;
import peerlab.engine.trace.TraceWriter;
import peerlab.reports.Machine;
import peerlab.reports.PeerList;
import peerlab.reports.RunDirectory;
import peerlab.reports.export.capture.Encoder;
import peerlab.reports.page.Encoding;
import peerlab.reports.page.NetworkPicture;

/** How long it takes until a run can be seen: the picture of a network, and the whole page of a run. */
final class ReportBenchmark implements Benchmark {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Protocols PROTOCOLS = Protocols.installed();
    private static final int ROUNDS = 7;
    private static final int PEERS = 1_000;
    private static final int LOOKUPS = 20_000;
    private static final RecordSpec EVERYTHING = new RecordSpec(
            true, true, Optional.empty(), SourcePlace.NOWHERE);

    @Override
    public String name() {
        return "report";
    }

    @Override
    public String summary() {
        return "the data of a picture of 1,000 and 10,000 Kademlia peers, and the page of a run";
    }

    @Override
    public List<Figure> measure(Consumer<String> progress) {
        try {
            List<Figure> figures = new ArrayList<>();
            for (int peers : new int[] {PEERS, 10 * PEERS}) {
                progress.accept(peers + " peers");
                figures.add(new Figure("report.picture." + peers, picture(peers), "s",
                        "of a processor, from a snapshot to JSON with places, best of " + ROUNDS));
            }
            progress.accept("the page of a run");
            figures.addAll(page());
            return figures;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double picture(int peers) throws IOException {
        Simulation simulation = Simulation.of(Runs.kademlia(peers, 1), PROTOCOLS);
        simulation.start();
        Topology topology = simulation.view().topology();
        double best = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long began = THREADS.getCurrentThreadCpuTime();
            new NetworkPicture(topology).write(OutputStream.nullOutputStream());
            best = Math.min(best, (THREADS.getCurrentThreadCpuTime() - began) / 1e9);
        }
        return best;
    }

    /** The page of a run with its full trace, in a folder that is gone afterwards. */
    private static List<Figure> page() throws IOException {
        Path folder = Files.createTempDirectory("peerlab-bench");
        try (RunDirectory directory = RunDirectory.open(folder, Machine.here())) {
            TraceWriter trace = new TraceWriter(directory.openTrace(), EVERYTHING);
            PeerList peers = new PeerList();
            Encoding encoding = Encoder.by(name -> PROTOCOLS.find(name).flatMap(ProtocolProvider::wire));
            RunResult result = Simulation.of(Runs.kademlia(PEERS, LOOKUPS), PROTOCOLS)
                    .observedBy(trace).observedBy(peers).run();
            trace.close();
            directory.add("peers.json", out -> PeerList.write(peers.entries(), out));
            directory.finish(result, encoding);
            Path file = folder.resolve("report.html");
            long began = THREADS.getCurrentThreadCpuTime();
            RunDirectory.report(folder, file, encoding);
            double seconds = (THREADS.getCurrentThreadCpuTime() - began) / 1e9;
            return List.of(new Figure("report.page", seconds, "s",
                            "of a processor, for " + result.events() + " events among " + PEERS + " peers"),
                    new Figure("report.size", Files.size(file), "B", "of that page"));
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (java.util.stream.Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
