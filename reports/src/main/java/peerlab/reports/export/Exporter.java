package peerlab.reports.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import peerlab.engine.observe.Topology;
import peerlab.engine.protocol.WireFormat;
import peerlab.reports.FileNames;
import peerlab.reports.RunDirectory;
import peerlab.reports.TopologyDot;
import peerlab.reports.TopologyGraphml;
import peerlab.reports.export.capture.Capture;
import peerlab.reports.export.chart.Chart;
import peerlab.reports.export.chart.ChartPicture;
import peerlab.reports.export.chart.VegaLite;
import peerlab.reports.export.drawing.Canvas;
import peerlab.reports.export.drawing.PngCanvas;
import peerlab.reports.export.drawing.SvgCanvas;
import peerlab.reports.export.graph.DynamicGexf;
import peerlab.reports.export.graph.TopologyPicture;
import peerlab.reports.export.table.PrometheusText;
import peerlab.reports.export.table.Tables;
import peerlab.reports.export.timeline.ChromeTrace;
import peerlab.reports.export.timeline.MermaidDiagram;
import peerlab.reports.export.timeline.ShivizLog;
import peerlab.reports.stored.Lines;
import peerlab.reports.stored.PeerBook;
import peerlab.reports.stored.StoredRun;
import peerlab.reports.stored.StoredRunException;
import peerlab.reports.stored.StoredTopology;

/** Makes the files of other tools from a run that was written down. */
public final class Exporter {

    public static final String NO_TRACE = "the run kept no trace";
    public static final String NO_SNAPSHOTS = "the run kept no snapshots";

    private final StoredRun run;
    private final Function<Lines, Lines> choice;
    private final Function<String, Optional<WireFormat>> formats;
    private final RunDirectory to;
    private final List<String> written = new ArrayList<>();

    /** @param choice which events are meant
     *  @param formats how the messages of a protocol look on a wire, by the protocol's name
     *  @param to where the files go */
    public Exporter(StoredRun run, Function<Lines, Lines> choice,
            Function<String, Optional<WireFormat>> formats, RunDirectory to) {
        this.run = run;
        this.choice = choice;
        this.formats = formats;
        this.to = to;
    }

    /**
     * Makes the files of one format; they appear when the directory is finished.
     *
     * @return their names
     * @throws StoredRunException where the run kept nothing to make them of
     */
    public List<String> write(ExportFormat format) throws IOException {
        written.clear();
        switch (format) {
            case PCAPNG -> {
                Lines lines = lines();
                PeerBook peers = run.peers();
                add("capture.pcapng", out -> Capture.write(lines, peers, formats, out));
            }
            case SHIVIZ -> {
                Lines lines = lines();
                add("spacetime.shiviz", out -> ShivizLog.write(lines, out));
            }
            case PERFETTO -> {
                Lines lines = lines();
                PeerBook peers = run.peers();
                add("trace.perfetto.json", out -> ChromeTrace.write(lines, peers, out));
            }
            case MERMAID -> {
                Lines lines = lines();
                add("conversation.mmd", out -> MermaidDiagram.write(lines, out));
            }
            case GEXF -> {
                List<Topology> all = snapshots().stream().map(s -> s.snapshot().topology()).toList();
                double seconds = run.seconds();
                add("topology.gexf", out -> DynamicGexf.write(all, seconds, out));
            }
            case GRAPHML -> each(snapshots(), ".graphml",
                    (stored, out) -> TopologyGraphml.write(stored.snapshot(), out));
            case DOT -> each(snapshots(), ".dot",
                    (stored, out) -> TopologyDot.write(stored.snapshot(), out));
            case PROMETHEUS -> {
                var metrics = run.metrics();
                add("metrics.prom", out -> PrometheusText.write(metrics, out));
            }
            case VEGA -> vega();
            case CSV -> tables();
            default -> pictures(format);
        }
        return List.copyOf(written);
    }

    private void vega() throws IOException {
        List<Chart> charts = charts();
        List<String> names = FileNames.of(charts.stream().map(Chart::name).toList());
        for (int i = 0; i < charts.size(); i++) {
            Chart chart = charts.get(i);
            add("charts/" + names.get(i) + ".vl.json", out -> VegaLite.write(chart, out));
        }
    }

    private void tables() throws IOException {
        if (run.trace().isPresent()) {
            Lines lines = lines();
            add("csv/events.csv", out -> Tables.events(lines, out));
        }
        var metrics = run.metrics();
        add("csv/metrics-final.csv", out -> Tables.metrics(metrics, out));
        List<Object> expectations = run.expectations();
        add("csv/verdicts.csv", out -> Tables.verdicts(expectations, out));
        List<StoredTopology> snapshots = run.topologies();
        add("csv/nodes.csv", out -> Tables.nodes(snapshots, out));
        add("csv/edges.csv", out -> Tables.edges(snapshots, out));
    }

    private void pictures(ExportFormat format) throws IOException {
        String ending = "." + format.word();
        each(run.topologies(), ending, (stored, out) -> {
            Canvas canvas = canvas(format, TopologyPicture.WIDTH, TopologyPicture.HEIGHT);
            TopologyPicture.draw(stored.snapshot(), canvas);
            canvas.writeTo(out);
        });
        List<Chart> charts = charts();
        List<String> names = FileNames.of(charts.stream().map(Chart::name).toList());
        for (int i = 0; i < charts.size(); i++) {
            Chart chart = charts.get(i);
            add("charts/" + names.get(i) + ending, out -> {
                Canvas canvas = canvas(format, ChartPicture.WIDTH, ChartPicture.HEIGHT);
                ChartPicture.draw(chart, canvas);
                canvas.writeTo(out);
            });
        }
    }

    private static Canvas canvas(ExportFormat format, int width, int height) {
        return format == ExportFormat.PNG ? new PngCanvas(width, height) : new SvgCanvas(width, height);
    }

    private List<Chart> charts() throws IOException {
        double seconds = run.seconds();
        List<Chart.Band> faults = run.trace().isPresent()
                ? Chart.faults(run.trace().get(), seconds) : List.of();
        return Chart.of(run.series(), faults);
    }

    private Lines lines() throws IOException {
        return choice.apply(run.trace().orElseThrow(() -> new StoredRunException(NO_TRACE)));
    }

    private List<StoredTopology> snapshots() throws IOException {
        List<StoredTopology> all = run.topologies();
        if (all.isEmpty()) {
            throw new StoredRunException(NO_SNAPSHOTS);
        }
        return all;
    }

    /** Writes a snapshot. */
    private interface Drawing {
        void write(StoredTopology stored, java.io.OutputStream out) throws IOException;
    }

    private void each(List<StoredTopology> snapshots, String ending, Drawing drawing) throws IOException {
        for (StoredTopology stored : snapshots) {
            add("topology/" + stored.file() + ending, out -> drawing.write(stored, out));
        }
    }

    private void add(String name, RunDirectory.Content content) throws IOException {
        to.add(name, content);
        written.add(name);
    }
}
