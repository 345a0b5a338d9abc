package peerlab.cache.trace;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code time,key,size} as CSV (RFC 4180), one line in memory at a time. A first line of names says which
 * columns there are, {@code op} among them; without it the columns are time, key, size. A key that is a whole
 * number is that number, any other a hash of its bytes; a request for nothing is left out.
 */
final class CsvTrace implements Trace {

    private static final List<String> COLUMNS = List.of("time", "key", "size", "op", "peer");
    private static final List<String> READS = List.of("get", "read");
    private static final List<String> WRITES = List.of("put", "set", "write");
    private static final int TIME = 0;
    private static final int KEY = 1;
    private static final int SIZE = 2;
    private static final int OP = 3;

    private final LineReader lines;
    private final boolean readsSizes;
    /** What the columns of the file are, by their places in {@link #COLUMNS}. */
    private final int[] columns;
    private boolean isPending;
    private final Field field = new Field();
    private long nanos;
    private long key;
    private long size;
    private boolean isPut;

    CsvTrace(InputStream in, String name, Sizes sizes) {
        this.lines = new LineReader(in, name);
        this.readsSizes = sizes != Sizes.IGNORED;
        if (!lines.next()) {
            throw lines.complaint("the file is empty", "a trace has a line for each request: time,key,size");
        }
        List<String> first = cells();
        boolean isHeader = first.stream().anyMatch(cell -> COLUMNS.contains(cell.toLowerCase(Locale.ROOT)))
                || !startsWithDigit(first.get(0));
        this.columns = isHeader ? named(first) : usual(first.size());
        this.isPending = !isHeader;
        if (sizes == Sizes.NEEDED && !has(SIZE)) {
            throw lines.complaint("there is no column 'size'",
                    "count entries in the place of bytes: --entries 1000");
        }
    }

    private static boolean startsWithDigit(String cell) {
        return !cell.isEmpty() && cell.charAt(0) >= '0' && cell.charAt(0) <= '9';
    }

    private List<String> cells() {
        List<String> cells = new ArrayList<>();
        field.begin(lines);
        while (field.next()) {
            cells.add(new String(field.bytes(), field.from(), field.length(), StandardCharsets.UTF_8));
        }
        return cells;
    }

    private int[] named(List<String> names) {
        int[] found = new int[names.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = COLUMNS.indexOf(names.get(i).toLowerCase(Locale.ROOT));
            if (found[i] < 0) {
                throw lines.complaint("unknown column '" + names.get(i) + "'",
                        "columns: " + String.join(", ", COLUMNS));
            }
        }
        if (!names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList().contains("key")) {
            throw lines.complaint("there is no column 'key'",
                    "the first line names the columns: time,key,size");
        }
        return found;
    }

    private int[] usual(int count) {
        if (count > SIZE + 1) {
            throw lines.complaint(count + " values, and no names of columns before them",
                    "begin the file with the names of its columns: time,key,size");
        }
        return count == 1 ? new int[] {KEY}
                : count == 2 ? new int[] {TIME, KEY} : new int[] {TIME, KEY, SIZE};
    }

    private boolean has(int column) {
        for (int found : columns) {
            if (found == column) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean next() {
        do {
            if (!isPending && !lines.next()) {
                return false;
            }
            isPending = false;
            read();
        } while (size == 0);
        return true;
    }

    private void read() {
        size = 1;
        field.begin(lines);
        int count = 0;
        while (field.next()) {
            if (count == columns.length) {
                throw lines.complaint("more values than the " + columns.length + " columns " + names(),
                        "put quotes around a key with a comma in it");
            }
            take(columns[count++]);
        }
        if (count < columns.length) {
            throw lines.complaint(count + (count == 1 ? " value" : " values") + " for the "
                    + columns.length + " columns " + names(), "write one for each");
        }
    }

    private String names() {
        List<String> names = new ArrayList<>();
        for (int column : columns) {
            names.add(COLUMNS.get(column));
        }
        return String.join(",", names);
    }

    private void take(int column) {
        if (column == TIME) {
            nanos = field.decimal(9);
            require(nanos >= 0, "'time' needs seconds", "write 1.5");
        } else if (column == KEY) {
            require(field.length() > 0, "'key' needs a name or a number", "write one");
            key = field.key();
        } else if (column == SIZE && readsSizes) {
            size = field.decimal(0);
            require(size >= 0, "'size' needs a number of bytes", "write 1500");
        } else if (column == OP) {
            String op = field.text().toLowerCase(Locale.ROOT);
            isPut = WRITES.contains(op);
            require(isPut || READS.contains(op), "'op' needs get or put", "write get");
        }
    }

    private void require(boolean isRight, String need, String remedy) {
        if (!isRight) {
            String found = field.length() == 0 ? "nothing" : "'" + field.text() + "'";
            throw lines.complaint(need + ", found " + found, remedy);
        }
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public long key() {
        return key;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean isPut() {
        return isPut;
    }

    @Override
    public void close() {
        lines.close();
    }
}
