package peerlab.cache.trace;

import java.nio.charset.StandardCharsets;

import peerlab.engine.base.RandomSource;

/** The values of a line with commas between, one after another, each read where it lies. */
final class Field {

    static final long WRONG = -1;

    private static final int MOST_DIGITS = 18;
    /** FNV-1a's basis and prime for 64 bits, whose result is mixed once more. */
    private static final long HASH_BASIS = 0xcbf29ce484222325L;
    private static final long HASH_PRIME = 0x100000001b3L;

    private LineReader lines;
    private byte[] line;
    private int lineLength;
    private int at;
    private byte[] bytes;
    private int from;
    private int length;

    void begin(LineReader source) {
        lines = source;
        line = source.bytes();
        lineLength = source.length();
        at = 0;
    }

    /** Goes on to the next value; false at the end of the line. */
    boolean next() {
        if (at > lineLength) {
            return false;
        }
        while (at < lineLength && line[at] == ' ') {
            at++;
        }
        if (at < lineLength && line[at] == '"') {
            quoted();
            return true;
        }
        bytes = line;
        from = at;
        while (at < lineLength && line[at] != ',') {
            at++;
        }
        length = at - from;
        while (length > 0 && line[from + length - 1] == ' ') {
            length--;
        }
        at++;
        return true;
    }

    /** A value in quotes, in which two quotes stand for one. */
    private void quoted() {
        byte[] plain = new byte[lineLength];
        int count = 0;
        int cursor = at + 1;
        while (cursor < lineLength) {
            boolean isDoubled = line[cursor] == '"' && cursor + 1 < lineLength && line[cursor + 1] == '"';
            if (line[cursor] == '"' && !isDoubled) {
                break;
            }
            cursor += isDoubled ? 1 : 0;
            plain[count++] = line[cursor++];
        }
        if (cursor == lineLength) {
            throw lines.complaint("a quote that is never closed", "close it, or leave it out");
        }
        cursor++;
        while (cursor < lineLength && line[cursor] == ' ') {
            cursor++;
        }
        if (cursor < lineLength && line[cursor] != ',') {
            throw lines.complaint("something stands between a quote and the comma",
                    "put all of it in quotes");
        }
        at = cursor + 1;
        bytes = plain;
        from = 0;
        length = count;
    }

    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    int length() {
        return length;
    }

    String text() {
        return new String(bytes, from, length, StandardCharsets.UTF_8);
    }

    /** A number with a point perhaps, times ten to the power of {@code places}; {@link #WRONG} for none. */
    long decimal(int places) {
        long value = 0;
        int digits = 0;
        int end = from + length;
        int cursor = from;
        for (; cursor < end && isDigit(cursor); cursor++, digits++) {
            value = 10 * value + bytes[cursor] - '0';
        }
        if (digits == 0 || digits > MOST_DIGITS) {
            return WRONG;
        }
        int rest = places;
        if (cursor < end && bytes[cursor] == '.' && cursor + 1 < end) {
            for (cursor++; cursor < end && isDigit(cursor); cursor++) {
                boolean isKept = rest > 0;
                if (!isKept && places == 0 && bytes[cursor] != '0') {
                    return WRONG;
                }
                value = isKept ? 10 * value + bytes[cursor] - '0' : value;
                rest -= isKept ? 1 : 0;
            }
        }
        for (; rest > 0; rest--) {
            if (value > Long.MAX_VALUE / 10) {
                return WRONG;
            }
            value *= 10;
        }
        return cursor == end ? value : WRONG;
    }

    private boolean isDigit(int place) {
        return bytes[place] >= '0' && bytes[place] <= '9';
    }

    /** The number that a key stands for. */
    long key() {
        boolean isNegative = bytes[from] == '-';
        int first = isNegative ? from + 1 : from;
        int digits = from + length - first;
        boolean isNumber = digits > 0 && digits <= MOST_DIGITS
                && (bytes[first] != '0' || digits == 1 && !isNegative);
        long value = 0;
        for (int i = first; isNumber && i < from + length; i++) {
            isNumber = isDigit(i);
            value = 10 * value + bytes[i] - '0';
        }
        return isNumber ? isNegative ? -value : value : hash();
    }

    private long hash() {
        long hash = HASH_BASIS;
        for (int i = from; i < from + length; i++) {
            hash = (hash ^ bytes[i] & 0xff) * HASH_PRIME;
        }
        return RandomSource.mix(hash + length);
    }
}
