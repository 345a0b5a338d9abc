package peerlab.reports.export;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import peerlab.engine.RunResult;
import peerlab.engine.observe.Topology;
import peerlab.engine.protocol.WireFormat;
import peerlab.reports.PeerList;
import peerlab.reports.RunDirectory;
import peerlab.reports.export.capture.Capture;
import peerlab.reports.export.graph.DynamicGexf;
import peerlab.reports.export.timeline.ChromeTrace;
import peerlab.reports.export.timeline.ShivizLog;
import peerlab.reports.stored.Lines;
import peerlab.reports.stored.PeerBook;
import peerlab.reports.stored.TraceFile;

/** What a run leaves for other tools without being asked. */
public final class AtEndOfRun {

    /** Of longer runs it is made when somebody asks for it: no tool opens all of them at once. */
    public static final long MOST_MESSAGES = 200_000;

    private AtEndOfRun() {
    }

    /** Adds what the snapshots show over time as one file, to a directory that is not finished yet. */
    public static void addTopology(RunDirectory directory, RunResult result) throws IOException {
        List<Topology> all = result.snapshots().stream().map(RunResult.NamedTopology::topology).toList();
        if (!all.isEmpty()) {
            directory.add("topology.gexf", out -> DynamicGexf.write(all, result.ended().seconds(), out));
        }
    }

    /**
     * Adds the files to a directory whose trace is closed and that is not finished yet.
     *
     * @param messages how many the run sent
     */
    public static void addTo(RunDirectory directory, PeerList list, long messages,
            Function<String, Optional<WireFormat>> formats) throws IOException {
        directory.add("peers.json", out -> PeerList.write(list.entries(), out));
        if (messages > MOST_MESSAGES) {
            return;
        }
        Lines lines = new TraceFile(directory.traceSoFar(), "trace.jsonl");
        PeerBook peers = new PeerBook(list.entries());
        directory.add("capture.pcapng", out -> Capture.write(lines, peers, formats, out));
        directory.add("spacetime.shiviz", out -> ShivizLog.write(lines, out));
        directory.add("trace.perfetto.json", out -> ChromeTrace.write(lines, peers, out));
    }
}
