package peerlab.dsl.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import peerlab.dsl.diagnostic.Suggestion;
import peerlab.dsl.value.Complaint;
import peerlab.dsl.value.Quantity;
import peerlab.engine.base.Bytes;
import peerlab.engine.base.SourcePlace;
import peerlab.engine.base.Span;
import peerlab.engine.base.Unit;
import peerlab.engine.protocol.Recording;

/**
 * A file of recorded operations: {@code time,key,size}, with {@code op} and {@code peer} where they are
 * known, as CSV with a line of names, or as an object a line. One line is in memory at a time.
 */
public final class RecordedFile implements Recording {

    /** No line is longer, in characters. */
    private static final int MOST_CHARACTERS = 64 * 1024;

    private static final List<String> COLUMNS = List.of("time", "key", "size", "op", "peer");
    private static final Pattern AMOUNT = Pattern.compile("([0-9]{1,18}(?:\\.[0-9]{1,18})?)\\s*([A-Za-z]*)");

    private final BufferedReader in;
    private final String file;
    private final LineForm form;
    private int line;
    private long latest;

    private RecordedFile(BufferedReader in, String file) {
        this.in = in;
        this.file = file;
        String name = file.toLowerCase(Locale.ROOT);
        boolean isJson = name.endsWith(".jsonl") || name.endsWith(".ndjson") || name.endsWith(".json");
        this.form = isJson ? new JsonForm() : csv();
    }

    static RecordedFile open(Path path) throws IOException {
        BufferedReader in = Files.newBufferedReader(path);
        try {
            return new RecordedFile(in, path.toString());
        } catch (Complaint wrong) {
            in.close();
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
        String names = line().orElseThrow(() -> complaint("the file is empty",
                "begin it with the names of its columns: time,key,size"));
        CsvForm csv = new CsvForm(names);
        for (String column : csv.columns()) {
            requireColumn(column);
        }
        for (String needed : List.of("time", "key")) {
            if (!csv.columns().contains(needed)) {
                throw complaint("there is no column '" + needed + "'",
                        "the first line names the columns: time,key,size, and op and peer "
                                + "where they are known");
            }
        }
        return csv;
    }

    private void requireColumn(String column) {
        if (!COLUMNS.contains(column)) {
            throw complaint("unknown column '" + column + "'",
                    Suggestion.remedy(column, COLUMNS, "columns: " + String.join(", ", COLUMNS)));
        }
    }

    /** @throws Complaint for a line that is no operation, with its place in the file */
    @Override
    public Optional<Recorded> next() {
        Optional<String> text = line();
        while (text.isPresent() && text.get().isBlank()) {
            text = line();
        }
        return text.map(this::recorded);
    }

    private Recorded recorded(String text) {
        Map<String, String> values;
        try {
            values = form.values(text);
        } catch (IllegalArgumentException odd) {
            throw complaint(odd.getMessage(), null);
        }
        values.keySet().forEach(this::requireColumn);
        for (String needed : List.of("time", "key")) {
            if (!values.containsKey(needed)) {
                throw complaint("an operation without '" + needed + "'", "each has a time and a key");
            }
        }
        Span time = new Span(amount("time", values.get("time"), Unit.SECONDS, 9));
        if (time.nanos() < latest) {
            throw complaint("the operation at " + time + " stands behind one at " + new Span(latest),
                    "sort the file by time");
        }
        latest = time.nanos();
        Optional<Bytes> size = Optional.ofNullable(values.get("size"))
                .map(written -> new Bytes(amount("size", written, Unit.BYTES, 0)));
        return new Recorded(time, Optional.ofNullable(values.get("op")), values.get("key"), size,
                Optional.ofNullable(values.get("peer")));
    }

    /** Seconds and bytes need no unit here: such a file is written by programs. */
    private long amount(String column, String written, Unit unit, int digits) {
        Matcher amount = AMOUNT.matcher(written.strip());
        Optional<Quantity> quantity = amount.matches()
                ? Quantity.of(new BigDecimal(amount.group(1)), amount.group(2)) : Optional.empty();
        boolean isRight = quantity.isPresent()
                && (quantity.get().unit() == unit || amount.group(2).isEmpty());
        if (isRight) {
            BigDecimal whole = quantity.get().value().movePointRight(digits)
                    .setScale(0, RoundingMode.HALF_EVEN);
            if (whole.toBigInteger().bitLength() < Long.SIZE) {
                return whole.longValueExact();
            }
        }
        throw complaint("'" + column + "' needs " + (unit == Unit.SECONDS ? "seconds" : "a number of bytes")
                + ", found " + written, unit == Unit.SECONDS ? "write 1.5 or 1500ms" : "write 1500 or 64KiB");
    }

    private Optional<String> line() {
        StringBuilder text = new StringBuilder();
        try {
            int c = in.read();
            if (c < 0) {
                return Optional.empty();
            }
            line++;
            for (; c >= 0 && c != '\n'; c = in.read()) {
                if (text.length() == MOST_CHARACTERS) {
                    throw complaint("a line of more than " + MOST_CHARACTERS + " characters",
                            "is this a recording of operations?");
                }
                text.append((char) c);
            }
        } catch (IOException e) {
            throw complaint("it cannot be read any further", "a recording is text in UTF-8");
        }
        boolean isFirst = line == 1 && text.length() > 0 && text.charAt(0) == '\uFEFF';
        return Optional.of(text.substring(isFirst ? 1 : 0).stripTrailing());
    }

    /** The line that was read last, for what is wrong with it. */
    public SourcePlace place() {
        return new SourcePlace(file, Math.max(1, line), 1, 1);
    }

    private Complaint complaint(String message, String remedy) {
        return new Complaint(place(), message, remedy);
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            // it was only read
        }
    }
}
