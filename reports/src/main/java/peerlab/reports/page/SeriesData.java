package peerlab.reports.page;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

/** The metrics over time, a column each: {@code metrics.csv} turned on its side. */
final class SeriesData {

    /** More metrics than this are not charted; those of one type or one peer go first. */
    static final int MOST_METRICS = 240;
    private static final int MOST_ROWS_AT_ONCE = 4_000;

    private final Numbered<Double> times = new Numbered<>();
    private final Map<String, double[]> columns = new TreeMap<>();
    private final List<String> left = new ArrayList<>();

    static SeriesData read(Optional<Path> file) throws IOException {
        SeriesData series = new SeriesData();
        if (file.isEmpty()) {
            return series;
        }
        try (Reader reader = Files.newBufferedReader(file.get(), StandardCharsets.UTF_8);
                CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(reader)) {
            boolean isHead = true;
            for (CsvRecord row : csv) {
                if (!isHead && row.getFieldCount() == 3) {
                    series.take(row.getField(0), row.getField(1), row.getField(2));
                }
                isHead = false;
            }
        }
        return series;
    }

    private void take(String time, String metric, String value) {
        if (!columns.containsKey(metric) && columns.size() >= MOST_METRICS && !makeRoom(metric)) {
            if (!left.contains(metric) && left.size() < MOST_ROWS_AT_ONCE) {
                left.add(metric);
            }
            return;
        }
        int at = times.of(Double.valueOf(time));
        double[] column = columns.computeIfAbsent(metric, m -> new double[0]);
        if (column.length <= at) {
            int had = column.length;
            column = Arrays.copyOf(column, Math.max(at + 1, had * 2));
            Arrays.fill(column, had, column.length, Double.NaN);
            columns.put(metric, column);
        }
        column[at] = value.isEmpty() ? Double.NaN : Double.parseDouble(value);
    }

    /** A metric of all goes before one of a single type or peer. */
    private boolean makeRoom(String metric) {
        if (metric.contains("['")) {
            return false;
        }
        String narrow = columns.keySet().stream().filter(m -> m.contains("['")).reduce((a, b) -> b)
                .orElse(null);
        if (narrow == null) {
            return false;
        }
        columns.remove(narrow);
        left.add(narrow);
        return true;
    }

    int omitted() {
        return left.size();
    }

    void write(PageJson json) throws IOException {
        List<Double> all = times.all();
        json.beginObject("series").field("times", all).beginObject("values");
        for (Map.Entry<String, double[]> column : new LinkedHashMap<>(columns).entrySet()) {
            json.beginList(column.getKey());
            for (int i = 0; i < all.size() && i < column.getValue().length; i++) {
                json.value(column.getValue()[i]);
            }
            json.endList();
        }
        json.endObject().endObject();
    }
}
