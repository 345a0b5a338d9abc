package peerlab.reports.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a run can be exported to. */
public enum ExportFormat {
    PCAPNG("capture.pcapng: messages as packets, for Wireshark and tshark"),
    SHIVIZ("spacetime.shiviz: events with vector clocks, for ShiViz"),
    PERFETTO("trace.perfetto.json: events on tracks, for Perfetto and Chrome"),
    MERMAID("conversation.mmd: messages as a sequence diagram, for Mermaid"),
    GEXF("topology.gexf: the topology over time, for Gephi"),
    GRAPHML("topology/*.graphml: each snapshot, for Gephi, yEd, networkx"),
    DOT("topology/*.dot: each snapshot, for Graphviz"),
    VEGA("charts/*.vl.json: each metric over time, for Vega-Lite"),
    PROMETHEUS("metrics.prom: the final metrics, for Prometheus"),
    CSV("csv/*.csv: events, metrics, verdicts, nodes, edges as tables"),
    SVG("topology/*.svg, charts/*.svg: pictures for handouts"),
    PNG("topology/*.png, charts/*.png: the same, where SVG cannot go");

    private final String summary;

    ExportFormat(String summary) {
        this.summary = summary;
    }

    /** As a command line says it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String summary() {
        return summary;
    }

    /** Whether it is made of the events, so that some of them can be chosen. */
    public boolean isOfEvents() {
        return this == PCAPNG || this == SHIVIZ || this == PERFETTO || this == MERMAID || this == CSV;
    }

    public static Optional<ExportFormat> of(String word) {
        return Arrays.stream(values()).filter(format -> format.word().equals(word)).findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(ExportFormat::word).toList();
    }
}
