package peerlab.dsl.measured;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import peerlab.dsl.diagnostic.Diagnostic;
import peerlab.dsl.value.Complaint;
import peerlab.dsl.value.Quantity;
import peerlab.engine.base.LatencyMatrix;
import peerlab.engine.base.SourcePlace;
import peerlab.engine.base.Unit;

/**
 * A file of latencies between places, in one of two forms: a line for each two of them, {@code i,j,latency},
 * as the data sets of King and Meridian come; or a row for each place, with its latencies to all. Values are
 * apart by commas, blanks or tabs; a line that begins with # is a remark. Three lines of three values are a
 * square where its diagonal is nothing but zeroes.
 */
final class LatencyFile {

    /** So many wrong lines of one file are named. */
    private static final int MOST_COMPLAINTS = 20;
    private static final int UNKNOWN = -1;
    private static final Pattern AMOUNT = Pattern.compile(
            "(-?[0-9]{1,15}(?:\\.[0-9]{1,15})?)\\s*([A-Za-z]*)");

    private static final Pattern NOTHING = Pattern.compile("0+(?:\\.0+)?\\s*[A-Za-z]*");

    private final String file;
    private final LatencyForm form;
    private final List<Diagnostic> wrong = new ArrayList<>();

    LatencyFile(String file, LatencyForm form) {
        this.file = file;
        this.form = form;
    }

    /** The values of a line, and its number. */
    private record Row(int line, List<String> cells) {
    }

    /** @throws Complaint with all that is wrong */
    LatencyMatrix read(List<String> lines) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = (i == 0 ? lines.get(i).replace("\uFEFF", "") : lines.get(i)).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                rows.add(new Row(i + 1, List.of(line.split("\\s*,\\s*|\\s+"))));
            }
        }
        if (!rows.isEmpty() && isHeader(rows.get(0))) {
            rows.remove(0);
        }
        if (rows.isEmpty()) {
            throw new Complaint(place(1), "the file holds no latencies",
                    "write a line i,j,latency for each two places, or a row for each place");
        }
        int width = rows.get(0).cells().size();
        boolean isSquare = width > 3 || width == rows.size() && !areThreePairs(rows);
        LatencyMatrix matrix = isSquare ? square(rows) : triples(rows);
        if (!wrong.isEmpty()) {
            throw new Complaint(wrong);
        }
        return matrix;
    }

    /** Three places have three pairs, and in a square of three nobody is away from itself. */
    private static boolean areThreePairs(List<Row> rows) {
        return rows.size() == 3 && IntStream.range(0, 3).anyMatch(i ->
                rows.get(i).cells().size() == 3 && !NOTHING.matcher(rows.get(i).cells().get(i)).matches());
    }

    /** The names of columns stand in a first line without any number. */
    private static boolean isHeader(Row row) {
        return row.cells().stream().noneMatch(cell -> AMOUNT.matcher(cell).matches());
    }

    private LatencyMatrix square(List<Row> rows) {
        int size = rows.size();
        requireFew(size, rows.get(0).line());
        int[] micros = new int[size * size];
        for (int from = 0; from < size; from++) {
            Row row = rows.get(from);
            if (row.cells().size() != size) {
                complain(row.line(), row.cells().size() + " latencies in a row, of " + size + " rows",
                        "a row has as many as there are rows");
                continue;
            }
            for (int to = 0; to < size; to++) {
                micros[from * size + to] = from == to ? 0 : micros(row, row.cells().get(to));
            }
        }
        return complete(size, micros, index -> "rows " + (index + 1));
    }

    private LatencyMatrix triples(List<Row> rows) {
        Map<String, Integer> places = new LinkedHashMap<>();
        for (Row row : rows) {
            if (row.cells().size() == 3) {
                places.putIfAbsent(row.cells().get(0), places.size());
                places.putIfAbsent(row.cells().get(1), places.size());
            } else {
                complain(row.line(), row.cells().size() + " values, where two places and a latency are due",
                        "write i,j,latency");
            }
        }
        int size = places.size();
        requireFew(size, rows.get(0).line());
        int[] micros = new int[size * size];
        Arrays.fill(micros, UNKNOWN);
        for (Row row : rows) {
            if (row.cells().size() == 3) {
                int from = places.get(row.cells().get(0));
                int to = places.get(row.cells().get(1));
                micros[from * size + to] = from == to ? 0 : micros(row, row.cells().get(2));
            }
        }
        List<String> names = List.copyOf(places.keySet());
        return complete(size, micros, names::get);
    }

    /** One way counts for the other where that was not measured. */
    private LatencyMatrix complete(int size, int[] micros, IntFunction<String> name) {
        int missing = 0;
        String first = "";
        for (int from = 0; from < size; from++) {
            for (int to = 0; to < size; to++) {
                int there = from * size + to;
                if (from != to && micros[there] < 0) {
                    micros[there] = micros[to * size + from];
                    if (micros[there] < 0) {
                        first = missing++ == 0 ? name.apply(from) + " and " + name.apply(to) : first;
                    }
                }
                micros[there] = from == to ? 0 : micros[there];
            }
        }
        if (missing > 0 && wrong.isEmpty()) {
            complain(1, "no latency between " + first
                            + (missing > 2 ? ", and so for " + (missing / 2 - 1) + " other pairs" : ""),
                    "measure it, or leave one of them out");
        }
        if (!wrong.isEmpty()) {
            throw new Complaint(wrong);
        }
        return new LatencyMatrix(size, micros);
    }

    private void requireFew(int size, int line) {
        if (size > LatencyMatrix.MOST_ROWS) {
            throw new Complaint(place(line), size + " places in one file",
                    "the limit is " + LatencyMatrix.MOST_ROWS);
        }
        if (size < 2 && wrong.isEmpty()) {
            throw new Complaint(place(line), "a single place, which has no latency to any other",
                    "write a line i,j,latency for each two places, or a row for each place");
        }
    }

    /** In whole microseconds, one way; unknown for a negative number, as data sets write it. */
    private int micros(Row row, String cell) {
        Matcher amount = AMOUNT.matcher(cell);
        Optional<Quantity> quantity = amount.matches()
                ? Quantity.of(new BigDecimal(amount.group(1)),
                        amount.group(2).isEmpty() ? form.unit() : amount.group(2))
                : Optional.empty();
        if (quantity.isEmpty() || quantity.get().unit() != Unit.SECONDS) {
            complain(row.line(), "a latency is a number, found " + cell, "write 12.5, or 12.5ms");
            return UNKNOWN;
        }
        BigDecimal micros = quantity.get().value().movePointRight(6)
                .divide(BigDecimal.valueOf(form.isRoundTrip() ? 2 : 1), 0, RoundingMode.HALF_EVEN);
        if (micros.signum() < 0) {
            return UNKNOWN;
        }
        if (micros.toBigInteger().bitLength() >= Integer.SIZE) {
            complain(row.line(), "a latency of more than half an hour: " + cell,
                    "check the unit of the file");
            return UNKNOWN;
        }
        return micros.intValueExact();
    }

    private void complain(int line, String message, String remedy) {
        if (wrong.size() < MOST_COMPLAINTS) {
            wrong.add(Diagnostic.error(place(line), message, remedy));
        }
    }

    private SourcePlace place(int line) {
        return new SourcePlace(file, line, 1, 1);
    }
}
