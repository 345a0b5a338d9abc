package peerlab.engine.trace;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import peerlab.engine.base.Numerals;
import peerlab.engine.base.PeerId;

/**
 * Writes JSON as bytes into one buffer that is used again and again: no text is built on the way. It is the
 * caller's duty that brackets and commas make sense.
 *
 * <p>The first failure of the stream is kept and what follows is dropped: a full disk is not the fault of
 * the run that is being watched, and must not end it.
 */
final class JsonBytes {

    private static final int CAPACITY = 128 * 1024;
    private static final int CHUNK = 1024;
    private static final int LONGEST_ESCAPE = 6;
    private static final byte[] TENS = new byte[100];
    private static final byte[] ONES = new byte[100];
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    static {
        for (int i = 0; i < 100; i++) {
            TENS[i] = (byte) ('0' + i / 10);
            ONES[i] = (byte) ('0' + i % 10);
        }
    }

    private final OutputStream out;
    private final byte[] buffer = new byte[CAPACITY];
    private final Words names = new Words("\"", "\":");
    private final Words types = new Words("\"", "\"");
    private final Words prefixes = new Words("\"", "");
    private int end;
    private IOException failure;

    JsonBytes(OutputStream out) {
        this.out = out;
    }

    /** Punctuation and names known beforehand. */
    void raw(byte[] bytes) {
        if (bytes.length > CAPACITY) {
            pour(bytes, bytes.length);
            return;
        }
        room(bytes.length);
        System.arraycopy(bytes, 0, buffer, end, bytes.length);
        end += bytes.length;
    }

    void raw(char ascii) {
        room(1);
        buffer[end++] = (byte) ascii;
    }

    /** A name with its colon. */
    void name(String name) {
        raw(names.of(name));
    }

    /** A text that is likely to come again. */
    void word(String word) {
        raw(types.of(word));
    }

    void peer(PeerId peer) {
        raw(prefixes.of(peer.prefix()));
        number(peer.number());
        raw('"');
    }

    void number(long value) {
        room(20);
        long rest = value;
        if (rest < 0) {
            if (rest == Long.MIN_VALUE) {
                raw("-9223372036854775808".getBytes(StandardCharsets.US_ASCII));
                return;
            }
            buffer[end++] = '-';
            rest = -rest;
        }
        end += digits(rest);
        int at = end;
        while (rest >= 100) {
            long hundreds = rest / 100;
            int pair = (int) (rest - hundreds * 100);
            buffer[--at] = ONES[pair];
            buffer[--at] = TENS[pair];
            rest = hundreds;
        }
        buffer[--at] = ONES[(int) rest];
        if (rest >= 10) {
            buffer[--at] = TENS[(int) rest];
        }
    }

    private static int digits(long value) {
        int digits = 1;
        long power = 10;
        while (digits < 19 && value >= power) {
            digits++;
            power *= 10;
        }
        return digits;
    }

    /** A number with a fraction; null where it is none. */
    void decimal(double value) {
        if (value == (long) value && Math.abs(value) < 1e15) {
            number((long) value);
        } else if (Double.isNaN(value) || Double.isInfinite(value)) {
            raw(NULL);
        } else {
            raw(Numerals.of(value).getBytes(StandardCharsets.US_ASCII));
        }
    }

    static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);

    void truth(boolean value) {
        raw(value ? TRUE : FALSE);
    }

    /** An identifier of 160 bits as 40 hexadecimal digits. */
    void identifier(long high, long middle, int low) {
        room(42);
        buffer[end++] = '"';
        hex(high, 64);
        hex(middle, 64);
        hex(low, 32);
        buffer[end++] = '"';
    }

    private void hex(long value, int bits) {
        for (int shift = bits - 4; shift >= 0; shift -= 4) {
            buffer[end++] = HEX[(int) (value >>> shift) & 15];
        }
    }

    /** A text in quotes, escaped, as UTF-8. */
    void text(String text) {
        raw('"');
        int length = text.length();
        int from = 0;
        while (from < length) {
            from = chunk(text, from, Math.min(length, from + CHUNK));
        }
        raw('"');
    }

    private int chunk(String text, int from, int to) {
        room((to - from + 1) * LONGEST_ESCAPE);
        int at = end;
        int i = from;
        while (i < to) {
            char c = text.charAt(i);
            if (!JsonEscape.isPlain(c)) {
                break;
            }
            buffer[at++] = (byte) c;
            i++;
        }
        end = at;
        return i == to ? i : unusual(text, i, to);
    }

    private int unusual(String text, int from, int to) {
        int until = JsonEscape.isPairAt(text, to - 1) ? to + 1 : to;
        byte[] escaped = JsonEscape.of(text.substring(from, until)).getBytes(StandardCharsets.UTF_8);
        raw(escaped);
        return until;
    }

    private void room(int bytes) {
        if (CAPACITY - end < bytes) {
            flush();
        }
    }

    /** Hands on what is in the buffer. */
    void flush() {
        pour(buffer, end);
        end = 0;
    }

    private void pour(byte[] bytes, int count) {
        if (bytes != buffer) {
            flush();
        }
        if (failure == null) {
            try {
                out.write(bytes, 0, count);
            } catch (IOException e) {
                failure = e;
            }
        }
    }

    /** Writes all that is left, and tells of the first failure. */
    void finish() throws IOException {
        flush();
        if (failure != null) {
            throw failure;
        }
    }
}
