package peerlab.engine.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** A short text as bytes that are at hand eight at a time: to be written again and again. */
final class Word {

    private final long[] eights;
    private final int length;

    /** @param text as it shall stand in the trace */
    Word(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        this.length = bytes.length;
        this.eights = new long[(length + Long.BYTES - 1) / Long.BYTES];
        byte[] padded = Arrays.copyOf(bytes, eights.length * Long.BYTES);
        Arrays.setAll(eights, i -> Digits.get(padded, i * Long.BYTES));
    }

    int length() {
        return length;
    }

    int eights() {
        return eights.length;
    }

    /** Eight of its bytes; what follows the last of them does not count. */
    long eight(int i) {
        return eights[i];
    }
}
