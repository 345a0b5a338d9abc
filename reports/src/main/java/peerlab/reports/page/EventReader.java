package peerlab.reports.page;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import com.fasterxml.jackson.core.JsonProcessingException;

import peerlab.engine.trace.TraceReader;

/** Reads a trace line by line, quickly: one is in memory, and what nobody asks for is not taken apart. */
final class EventReader implements Closeable {

    private static final int PIECE = 1 << 18;
    private static final VarHandle EIGHT =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long NEW_LINES = ONES * '\n';

    private final InputStream in;
    private final String file;
    private final Event event = new Event();
    private byte[] line = new byte[1 << 12];
    private int length;
    private long number;

    EventReader(Path file) throws IOException {
        this.in = Files.newInputStream(file);
        this.file = file.toString();
    }

    /** Takes one event after another; each is gone when the next one comes. */
    interface Listener {
        void take(Event event) throws IOException;
    }

    /** Says whether the next event is wanted, before it is read. */
    interface Choosing {
        boolean isWanted() throws IOException;
    }

    /** Reads it to its end. */
    void forEach(Listener listener) throws IOException {
        forEach(() -> true, listener);
    }

    /** Reads of it what is wanted. */
    void forEach(Choosing choosing, Listener listener) throws IOException {
        byte[] piece = new byte[PIECE];
        for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
            int from = 0;
            for (int end = endOfLine(piece, 0, read); end < read; end = endOfLine(piece, from, read)) {
                append(piece, from, end);
                take(choosing, listener);
                from = end + 1;
            }
            append(piece, from, read);
        }
        take(choosing, listener);
    }

    /** Where the next line ends, eight bytes at a time; the end where none does. */
    private static int endOfLine(byte[] piece, int from, int end) {
        int at = from;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            long differs = (long) EIGHT.get(piece, at) ^ NEW_LINES;
            long isZero = (differs - ONES) & ~differs & HIGH_BITS;
            if (isZero != 0) {
                return at + Long.numberOfTrailingZeros(isZero) / Byte.SIZE;
            }
        }
        while (at < end && piece[at] != '\n') {
            at++;
        }
        return at;
    }

    private void append(byte[] piece, int from, int to) throws IOException {
        int size = length + to - from;
        if (size > TraceReader.MAX_LINE) {
            throw broken();
        }
        if (size > line.length) {
            line = Arrays.copyOf(line, Math.max(size, line.length * 2));
        }
        System.arraycopy(piece, from, line, length, to - from);
        length = size;
    }

    private void take(Choosing choosing, Listener listener) throws IOException {
        number++;
        if (length > 0 && !choosing.isWanted()) {
            length = 0;
        } else if (length > 0) {
            boolean isEvent;
            try {
                isEvent = event.read(line, length, number);
            } catch (JsonProcessingException e) {
                isEvent = false;
            }
            if (!isEvent) {
                throw broken();
            }
            length = 0;
            listener.take(event);
        }
    }

    /** What is wrong with the line, in the words of the reader that knows all about lines. */
    private IOException broken() throws IOException {
        try (TraceReader words = new TraceReader(new ByteArrayInputStream(line, 0, length), file, number)) {
            words.next();
        } catch (IOException e) {
            return e;
        }
        throw new IllegalStateException("line " + number + " of " + file + " is an event after all");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
