package peerlab.dsl.replay;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import peerlab.dsl.value.Complaint;
import peerlab.engine.base.Bytes;
import peerlab.engine.base.SourcePlace;
import peerlab.engine.base.Span;
import peerlab.engine.base.Unit;

/**
 * A file of recorded operations: {@code time,key,size}, with {@code op} and {@code peer} where they are
 * known, as CSV with a line of names, or as an object a line. One line is in memory at a time.
 */
final class RecordedFile implements PlacedRecording {

    private static final List<String> COLUMNS = List.of("time", "key", "size", "op", "peer");

    private final Lines lines;
    private final LineForm form;
    private long latest;

    private RecordedFile(Lines lines) {
        this.lines = lines;
        String name = lines.file().toLowerCase(Locale.ROOT);
        boolean isJson = name.endsWith(".jsonl") || name.endsWith(".ndjson") || name.endsWith(".json");
        this.form = isJson ? new JsonForm() : csv();
    }

    static RecordedFile open(Lines lines) {
        try {
            return new RecordedFile(lines);
        } catch (Complaint wrong) {
            lines.close();
            throw wrong;
        }
    }

    /** How a line is taken apart. */
    interface LineForm {

        /**
         * The values by their names, none of them empty.
         *
         * @throws IllegalArgumentException where it has another form, with the reason as its message
         */
        Map<String, String> values(String text);
    }

    private LineForm csv() {
        String names = lines.next().orElseThrow(() -> lines.complaint("the file is empty",
                "begin it with the names of its columns: time,key,size"));
        CsvForm csv = new CsvForm(names);
        for (String column : csv.columns()) {
            lines.requireColumn(column, COLUMNS);
        }
        for (String needed : List.of("time", "key")) {
            if (!csv.columns().contains(needed)) {
                throw lines.complaint("there is no column '" + needed + "'",
                        "the first line names the columns: time,key,size, and op and peer "
                                + "where they are known");
            }
        }
        return csv;
    }

    /** @throws Complaint for a line that is no operation, with its place in the file */
    @Override
    public Optional<Recorded> next() {
        return lines.nextWritten().map(this::recorded);
    }

    private Recorded recorded(String text) {
        Map<String, String> values;
        try {
            values = form.values(text);
        } catch (IllegalArgumentException odd) {
            throw lines.complaint(odd.getMessage(), null);
        }
        values.keySet().forEach(column -> lines.requireColumn(column, COLUMNS));
        for (String needed : List.of("time", "key")) {
            if (!values.containsKey(needed)) {
                throw lines.complaint("an operation without '" + needed + "'", "each has a time and a key");
            }
        }
        Span time = new Span(lines.amount("time", values.get("time"), Unit.SECONDS, 9));
        if (time.nanos() < latest) {
            throw lines.complaint("the operation at " + time + " stands behind one at " + new Span(latest),
                    "sort the file by time");
        }
        latest = time.nanos();
        Optional<Bytes> size = Optional.ofNullable(values.get("size"))
                .map(written -> new Bytes(lines.amount("size", written, Unit.BYTES, 0)));
        return new Recorded(time, Optional.ofNullable(values.get("op")), values.get("key"), size,
                Optional.ofNullable(values.get("peer")));
    }

    @Override
    public SourcePlace place() {
        return lines.place();
    }

    @Override
    public void close() {
        lines.close();
    }
}
