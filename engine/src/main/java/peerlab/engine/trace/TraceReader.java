package peerlab.engine.trace;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;

import peerlab.engine.base.SimTime;

/** Reads a trace line by line; only the line at hand is in memory. */
public final class TraceReader implements Closeable {

    /** The longest line that is read, in bytes. */
    public static final int MAX_LINE = 64 * 1024 * 1024;

    private static final String CUT_OFF =
            "the trace may have been cut off; run the scenario again with --record trace";
    private static final String FOREIGN = "give a trace.jsonl that 'peerlab run --record trace' has written";

    private static final int BUFFER = 1 << 13;

    private final JsonFactory json = new JsonFactory();
    private final InputStream in;
    private final String file;
    private byte[] buffer = new byte[BUFFER];
    /** What of the buffer was read and not yet given out. */
    private int from;
    private int end;
    private boolean isAtEnd;
    private long line;

    /** @param file how messages call it */
    public TraceReader(InputStream in, String file) {
        this(in, file, 1);
    }

    /** @param first which line of the file the stream begins with, from 1 */
    public TraceReader(InputStream in, String file, long first) {
        this.in = in;
        this.file = file;
        this.line = first - 1;
    }

    /**
     * The next line; empty at the end.
     *
     * @throws BrokenTraceException for a line that is no event
     */
    public Optional<TraceLine> next() throws IOException {
        while (true) {
            int stop = endOfLine();
            if (stop < 0) {
                return Optional.empty();
            }
            line++;
            int length = stop - from;
            int at = from;
            from = Math.min(end, stop + 1);
            if (!isBlank(at, length)) {
                return Optional.of(parse(at, length));
            }
        }
    }

    /** Where the line that begins at {@code from} ends; -1 where there is none. The buffer holds it whole. */
    private int endOfLine() throws IOException {
        int seen = 0;
        while (true) {
            for (int i = from + seen; i < end; i++) {
                if (buffer[i] == '\n') {
                    return i;
                }
            }
            seen = end - from;
            if (seen > MAX_LINE) {
                line++;
                throw broken("the line is longer than " + MAX_LINE + " bytes", FOREIGN);
            }
            if (isAtEnd) {
                return seen == 0 ? -1 : end;
            }
            fill(seen);
        }
    }

    private void fill(int kept) throws IOException {
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, kept);
            from = 0;
            end = kept;
        }
        if (end == buffer.length) {
            buffer = java.util.Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int count = in.read(buffer, end, buffer.length - end);
        isAtEnd = count < 0;
        end += Math.max(0, count);
    }

    private boolean isBlank(int at, int length) {
        for (int i = at; i < at + length; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t' && buffer[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    private TraceLine parse(int at, int length) throws IOException {
        try (JsonParser parser = json.createParser(buffer, at, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw broken("an event is written in braces", FOREIGN);
            }
            Map<String, Object> values = JsonValues.object(parser);
            if (parser.nextToken() != null) {
                throw broken("something follows the event", FOREIGN);
            }
            return line(values);
        } catch (JsonProcessingException e) {
            throw broken(e.getOriginalMessage().lines().findFirst().orElse("no JSON"), CUT_OFF);
        }
    }

    private TraceLine line(Map<String, Object> values) throws BrokenTraceException {
        if (!(values.remove("t") instanceof Long nanos) || nanos < 0) {
            throw broken("an event has its time in nanoseconds under \"t\"", FOREIGN);
        }
        if (!(values.remove("kind") instanceof String kind)) {
            throw broken("an event has a word under \"kind\"", FOREIGN);
        }
        return new TraceLine(line, new SimTime(nanos), kind, java.util.Collections.unmodifiableMap(values));
    }

    private BrokenTraceException broken(String complaint, String remedy) {
        return new BrokenTraceException(file, line, complaint, remedy);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
