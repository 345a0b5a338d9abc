package peerlab.cache.placement;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** MD5 of texts in UTF-8, and the numbers that placements read from it. It spreads; it hides nothing. */
final class Md5 {

    private final MessageDigest digest;

    Md5() {
        try {
            digest = MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has MD5", impossible);
        }
    }

    byte[] of(String text) {
        return digest.digest(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The first 32 bits, big-endian: the first eight hexadecimal digits as one reads them. */
    long first32(String text) {
        return ByteBuffer.wrap(of(text)).getInt() & 0xffff_ffffL;
    }

    /** The first 64 bits, big-endian. */
    long first64(String text) {
        return ByteBuffer.wrap(of(text)).getLong();
    }

    /** Four bytes from a place on, the least significant first. */
    static long little32(byte[] bytes, int from) {
        return bytes[from] & 0xffL | (bytes[from + 1] & 0xffL) << 8 | (bytes[from + 2] & 0xffL) << 16
                | (bytes[from + 3] & 0xffL) << 24;
    }
}
