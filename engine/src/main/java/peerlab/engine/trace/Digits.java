package peerlab.engine.trace;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight ASCII characters at a time, in a long whose lowest byte is the first of them: so digits are computed
 * beside each other and stored at once.
 */
final class Digits {

    /** What eight decimal digits cannot hold. */
    static final int BEYOND = 100_000_000;

    private static final VarHandle EIGHTS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ZEROS = 0x3030303030303030L;
    private static final int FROM_NINE_TO_A = 'a' - '9' - 1;

    private Digits() {
    }

    static void put(byte[] to, int at, long eight) {
        EIGHTS.set(to, at, eight);
    }

    static long get(byte[] from, int at) {
        return (long) EIGHTS.get(from, at);
    }

    /**
     * A number below {@link #BEYOND} as its digits' values, one a byte, the first being the most significant.
     * Each step halves the digits of all parts at once: the divisions are multiplications by a reciprocal
     * that is exact for numbers so small.
     */
    static long values(int number) {
        long four = number / 10_000 | (long) (number % 10_000) << 32;
        long hundreds = four * 10_486 >>> 20 & 0x0000_007f_0000_007fL;
        long two = hundreds | four - hundreds * 100 << 16;
        long tens = two * 103 >>> 10 & 0x000f_000f_000f_000fL;
        return tens | two - tens * 10 << 8;
    }

    /** Writes a number that is not negative, and returns the position after it. */
    static int number(byte[] to, int at, long number) {
        if (number < BEYOND) {
            long values = values((int) number);
            int leading = Math.min(7, Long.numberOfTrailingZeros(values) >> 3);
            put(to, at, values + ZEROS >>> leading * Byte.SIZE);
            return at + Long.BYTES - leading;
        }
        long high = number / BEYOND;
        int after = number(to, at, high);
        put(to, after, values((int) (number - high * BEYOND)) + ZEROS);
        return after + Long.BYTES;
    }

    /** 32 bits as hexadecimal digits. */
    static long hex(int bits) {
        long x = bits & 0xffff_ffffL;
        x = (x | x << 16) & 0x0000_ffff_0000_ffffL;
        x = (x | x << 8) & 0x00ff_00ff_00ff_00ffL;
        x = (x | x << 4) & 0x0f0f_0f0f_0f0f_0f0fL;
        long letters = x + 0x0606_0606_0606_0606L >>> 4 & 0x0101_0101_0101_0101L;
        return Long.reverseBytes(x + ZEROS + letters * FROM_NINE_TO_A);
    }
}
