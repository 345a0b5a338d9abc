package peerlab.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

import peerlab.engine.base.Unit;
import peerlab.engine.observe.MetricReport;

/** The last value of every metric by its dotted name: {@code metrics.json}. */
public final class MetricsJson {

    private static final int ROW_DEPTH = 1;

    private MetricsJson() {
    }

    public static void write(MetricReport metrics, OutputStream out) throws IOException {
        try (Json json = new Json(out, ROW_DEPTH)) {
            json.beginObject();
            for (Map.Entry<String, MetricReport.Value> entry : metrics.values().entrySet()) {
                if (entry.getValue() instanceof MetricReport.Summary summary) {
                    distribution(entry.getKey(), summary, json);
                } else if (entry.getValue() instanceof MetricReport.Scalar scalar) {
                    scalar(entry.getKey(), scalar, json);
                }
            }
            json.endObject();
        }
    }

    private static void scalar(String name, MetricReport.Scalar scalar, Json json) throws IOException {
        if (scalar.unit() == Unit.TRUTH && !Double.isNaN(scalar.value())) {
            json.field(name, scalar.value() != 0);
        } else {
            json.field(name, scalar.value());
        }
    }

    private static void distribution(String name, MetricReport.Summary summary, Json json)
            throws IOException {
        json.beginObject(name)
                .field("count", summary.count())
                .field("mean", summary.mean())
                .field("min", summary.min())
                .field("p50", summary.p50())
                .field("p90", summary.p90())
                .field("p95", summary.p95())
                .field("p99", summary.p99())
                .field("max", summary.max())
                .endObject();
    }
}
