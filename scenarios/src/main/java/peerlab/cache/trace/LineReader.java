package peerlab.cache.trace;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Lines of a text as bytes, one at a time, without a string for each. */
final class LineReader {

    private static final int BUFFER = 1 << 16;
    private static final int LONGEST = 1 << 16;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final String name;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;
    private byte[] line = new byte[256];
    private int length;
    private long number;

    LineReader(InputStream in, String name) {
        this.in = in;
        this.name = name;
    }

    /** Goes on to the next line that is not blank; false at the end. */
    boolean next() {
        do {
            if (!read()) {
                return false;
            }
            number++;
            if (number == 1 && startsWith(BYTE_ORDER_MARK)) {
                length -= BYTE_ORDER_MARK.length;
                System.arraycopy(line, BYTE_ORDER_MARK.length, line, 0, length);
            }
            while (length > 0 && line[length - 1] <= ' ' && line[length - 1] >= 0) {
                length--;
            }
        } while (length == 0);
        return true;
    }

    private boolean startsWith(byte[] bytes) {
        return length >= bytes.length
                && Arrays.equals(line, 0, bytes.length, bytes, 0, bytes.length);
    }

    private boolean read() {
        length = 0;
        while (true) {
            if (at == end && !fill()) {
                return length > 0;
            }
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            keep(from);
            if (at < end) {
                at++;
                return true;
            }
        }
    }

    private void keep(int from) {
        int more = at - from;
        if (length + more > LONGEST) {
            number++;
            throw complaint("a line of more than " + LONGEST + " bytes", "is this a trace?");
        }
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.max(length + more, 2 * line.length));
        }
        System.arraycopy(buffer, from, line, length, more);
        length += more;
    }

    private boolean fill() {
        try {
            at = 0;
            end = Math.max(0, in.read(buffer));
            return end > 0;
        } catch (IOException e) {
            throw complaint("it cannot be read any further", "unpack it, or fetch it again");
        }
    }

    byte[] bytes() {
        return line;
    }

    int length() {
        return length;
    }

    /** What is wrong with this line. */
    TraceException complaint(String message, String remedy) {
        return new TraceException(name + ":" + Math.max(1, number) + ": " + message, remedy);
    }

    void close() {
        TraceFile.quietlyClose(in);
    }
}
