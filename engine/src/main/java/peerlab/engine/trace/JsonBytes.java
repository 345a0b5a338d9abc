package peerlab.engine.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;

import peerlab.engine.base.Numerals;
import peerlab.engine.base.PeerId;

/**
 * Writes JSON as bytes into one buffer that is used again and again: no text is built on the way. It is the
 * caller's duty that brackets and commas make sense, and to {@link #reserve} before it writes.
 *
 * <p>The first failure of the stream is kept and what follows is dropped: a full disk is not the fault of
 * the run that is being watched, and must not end it.
 */
final class JsonBytes {

    private static final int CAPACITY = 128 * 1024;
    /** What {@link #reserve} leaves: enough for a dozen words and numbers. */
    private static final int RESERVE = 4 * 1024;
    private static final int CHUNK = 512;
    private static final int LONGEST_ESCAPE = 6;
    private static final Word LEAST = new Word(Long.toString(Long.MIN_VALUE));
    private static final Word TRUE = new Word("true");
    private static final Word FALSE = new Word("false");
    static final Word NULL = new Word("null");

    private final OutputStream out;
    private final byte[] buffer = new byte[CAPACITY + RESERVE];
    private final Words names = new Words("\"", "\":");
    private final Words words = new Words("\"", "\"");
    private final Words texts = new Words("\"", "\"");
    private final Words prefixes = new Words("\"", "");
    private final PeerNames peers = new PeerNames();
    private int end;
    private IOException failure;

    JsonBytes(OutputStream out) {
        this.out = out;
    }

    /** Makes room for what is written before the next call, unless that is very much. */
    void reserve() {
        if (end > CAPACITY) {
            flush();
        }
    }

    /** Punctuation and names known beforehand. */
    void raw(Word word) {
        int at = end;
        for (int i = 0; i < word.eights(); i++) {
            Digits.put(buffer, at + i * Long.BYTES, word.eight(i));
        }
        end = at + word.length();
    }

    void raw(char ascii) {
        buffer[end++] = (byte) ascii;
    }

    /** A name with its colon. */
    void name(String name) {
        Word known = names.of(name);
        if (known != null) {
            raw(known);
        } else {
            text(name);
            raw(':');
        }
    }

    /** A text that is likely to come again. */
    void word(String word) {
        Word known = words.of(word);
        if (known != null) {
            raw(known);
        } else {
            text(word);
        }
    }

    void peer(PeerId peer) {
        long name = peers.of(peer);
        if (name != 0) {
            Digits.put(buffer, end, name);
            end += PeerNames.length(name);
        } else {
            longPeer(peer);
        }
    }

    private void longPeer(PeerId peer) {
        Word prefix = prefixes.of(peer.prefix());
        if (prefix == null) {
            text(peer.name());
        } else {
            raw(prefix);
            number(peer.number());
            raw('"');
        }
    }

    void number(long value) {
        if (value == Long.MIN_VALUE) {
            raw(LEAST);
            return;
        }
        int at = end;
        if (value < 0) {
            buffer[at++] = '-';
        }
        end = Digits.number(buffer, at, Math.abs(value));
    }

    /** A number with a fraction; null where it is none. */
    void decimal(double value) {
        if (value == (long) value && Math.abs(value) < 1e15) {
            number((long) value);
        } else if (Double.isNaN(value) || Double.isInfinite(value)) {
            raw(NULL);
        } else {
            raw(new Word(Numerals.of(value)));
        }
    }

    void truth(boolean value) {
        raw(value ? TRUE : FALSE);
    }

    /** An identifier of 160 bits as 40 hexadecimal digits. */
    void identifier(long high, long middle, int low) {
        int at = end;
        buffer[at] = '"';
        Digits.put(buffer, at + 1, Digits.hex((int) (high >>> Integer.SIZE)));
        Digits.put(buffer, at + 9, Digits.hex((int) high));
        Digits.put(buffer, at + 17, Digits.hex((int) (middle >>> Integer.SIZE)));
        Digits.put(buffer, at + 25, Digits.hex((int) middle));
        Digits.put(buffer, at + 33, Digits.hex(low));
        buffer[at + 41] = '"';
        end = at + 42;
    }

    /** A text in quotes, escaped, as UTF-8; of any length. */
    void text(String text) {
        Word known = texts.again(text);
        if (known != null) {
            raw(known);
            return;
        }
        raw('"');
        int length = text.length();
        int from = 0;
        while (from < length) {
            from = chunk(text, from, Math.min(length, from + CHUNK));
        }
        raw('"');
    }

    private int chunk(String text, int from, int to) {
        reserve();
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
        reserve();
        int until = JsonEscape.isPairAt(text, to - 1) ? to + 1 : to;
        byte[] escaped = JsonEscape.of(text.substring(from, until)).getBytes(UTF_8);
        System.arraycopy(escaped, 0, buffer, end, escaped.length);
        end += escaped.length;
        reserve();
        return until;
    }

    /** Hands on what is in the buffer. */
    void flush() {
        int count = end;
        end = 0;
        if (failure == null) {
            try {
                out.write(buffer, 0, count);
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
