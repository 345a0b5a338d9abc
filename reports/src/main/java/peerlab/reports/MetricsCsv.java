package peerlab.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

import peerlab.engine.base.Numerals;
import peerlab.engine.observe.MetricReport;

/**
 * The metrics over time, a row for each and each window: {@code metrics.csv}. A value that is none is left
 * empty.
 */
public final class MetricsCsv {

    private MetricsCsv() {
    }

    public static void write(MetricReport metrics, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
        csv.writeRecord("time_s", "metric", "value");
        for (MetricReport.Point point : metrics.series()) {
            csv.writeRecord(Numerals.of(point.seconds()), point.metric(), value(point.value()));
        }
        csv.flush();
    }

    private static String value(double value) {
        return Double.isNaN(value) || Double.isInfinite(value) ? "" : Numerals.of(value);
    }
}
