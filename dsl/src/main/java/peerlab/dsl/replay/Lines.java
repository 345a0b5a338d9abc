package peerlab.dsl.replay;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import peerlab.dsl.diagnostic.Suggestion;
import peerlab.dsl.value.Complaint;
import peerlab.dsl.value.Quantity;
import peerlab.engine.base.SourcePlace;
import peerlab.engine.base.Unit;

/** The lines of a file that a program wrote, one in memory at a time, each with its place. */
final class Lines implements Closeable {

    /** No line is longer, in characters. */
    private static final int MOST_CHARACTERS = 64 * 1024;

    private static final Pattern AMOUNT = Pattern.compile("([0-9]{1,18}(?:\\.[0-9]{1,18})?)\\s*([A-Za-z]*)");

    private final BufferedReader in;
    private final String file;
    private final String kind;
    private int line;

    private Lines(BufferedReader in, String file, String kind) {
        this.in = in;
        this.file = file;
        this.kind = kind;
    }

    /** The bytes of the file that a scenario names, for those that have no lines. */
    static InputStream bytes(String name, SourcePlace place, String kind) {
        Path path = existing(name, place, kind);
        try {
            return Files.newInputStream(path);
        } catch (IOException unreadable) {
            throw new Complaint(place, "'" + path + "' cannot be read", "check its permissions");
        }
    }

    private static Path existing(String name, SourcePlace place, String kind) {
        Path path = path(name, place);
        if (Files.isDirectory(path)) {
            throw new Complaint(place, "'" + name + "' is a folder", "name a file in it");
        }
        if (!Files.exists(path)) {
            throw new Complaint(place, "there is no file '" + path + "'",
                    kind + " is named as seen from the scenario's folder");
        }
        return path;
    }

    /**
     * Opens the file that a scenario names, as seen from its folder.
     *
     * @param kind what it is to be: "a recording"
     * @throws Complaint where there is no such file
     */
    static Lines open(String name, SourcePlace place, String kind) {
        Path path = existing(name, place, kind);
        try {
            return new Lines(Files.newBufferedReader(path), path.toString(), kind);
        } catch (IOException unreadable) {
            throw new Complaint(place, "'" + path + "' cannot be read", "check its permissions");
        }
    }

    private static Path path(String name, SourcePlace place) {
        try {
            return Path.of(place.file()).resolveSibling(name);
        } catch (InvalidPathException impossible) {
            throw new Complaint(place, "'" + name.replace('\0', '?') + "' cannot name a file", null);
        }
    }

    String file() {
        return file;
    }

    /** The next line, without blanks at its end; empty at the end of the file. */
    Optional<String> next() {
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
                            "is this " + kind + "?");
                }
                text.append((char) c);
            }
        } catch (IOException e) {
            throw complaint("it cannot be read any further", kind + " is text in UTF-8");
        }
        boolean isFirst = line == 1 && text.length() > 0 && text.charAt(0) == '\uFEFF';
        return Optional.of(text.substring(isFirst ? 1 : 0).stripTrailing());
    }

    /** The next line with something on it. */
    Optional<String> nextWritten() {
        Optional<String> text = next();
        while (text.isPresent() && text.get().isBlank()) {
            text = next();
        }
        return text;
    }

    void requireColumn(String column, List<String> columns) {
        if (!columns.contains(column)) {
            throw complaint("unknown column '" + column + "'",
                    Suggestion.remedy(column, columns, "columns: " + String.join(", ", columns)));
        }
    }

    /** Seconds and bytes need no unit here: such a file is written by programs. */
    long amount(String column, String written, Unit unit, int digits) {
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

    /** The line that was read last, for what is wrong with it. */
    SourcePlace place() {
        return new SourcePlace(file, Math.max(1, line), 1, 1);
    }

    Complaint complaint(String message, String remedy) {
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
