package peerlab.engine.trace;

import java.util.function.IntFunction;

import peerlab.engine.base.PeerId;
import peerlab.engine.protocol.Described;
import peerlab.engine.protocol.Fields;

/**
 * A running hash over all that happens: two runs that agree in it did the same. Each fact is folded in as
 * 64-bit words by the round function of XXH64 (Collet), and its avalanche ends the whole.
 *
 * <p>It is fed by the run itself and not by an observer, so it is the same whoever watches.
 */
public final class Fingerprint implements Fields {

    private static final long PRIME_1 = 0x9E3779B185EBCA87L;
    private static final long PRIME_2 = 0xC2B2AE3D27D4EB4FL;
    private static final long PRIME_3 = 0x165667B19E3779F9L;
    private static final long PRIME_4 = 0x85EBCA77C2B2AE63L;

    private long hash = PRIME_3;

    /** Begins a fact: what kind, and when. */
    public void fact(int kind, long nanos) {
        fold(nanos);
        fold(kind);
    }

    /** A message, timer or answer: its fields, in their order. Its type is told by {@link #type}. */
    public void describe(Described described) {
        described.describe(this);
    }

    /** The hash of a word, to be computed once and folded in often. */
    public static long type(String word) {
        long hash = word.length();
        for (int i = 0; i < word.length(); i++) {
            hash = round(hash, word.charAt(i));
        }
        return hash;
    }

    public void fold(long word) {
        hash = round(hash, word);
    }

    private static long round(long hash, long word) {
        return Long.rotateLeft(hash ^ word * PRIME_2, 31) * PRIME_1 + PRIME_4;
    }

    @Override
    public void number(String name, long value) {
        fold(value);
    }

    @Override
    public void decimal(String name, double value) {
        fold(Double.doubleToLongBits(value));
    }

    @Override
    public void truth(String name, boolean value) {
        fold(value ? 1 : 0);
    }

    @Override
    public void text(String name, String value) {
        fold(value == null ? PRIME_3 : type(value));
    }

    @Override
    public void peer(String name, PeerId value) {
        fold(value == null ? PRIME_3 : value.index());
    }

    @Override
    public void peers(String name, int[] indexes, IntFunction<PeerId> names) {
        fold(indexes.length);
        for (int index : indexes) {
            fold(index);
        }
    }

    @Override
    public void identifier(String name, long high, long middle, int low) {
        fold(high);
        fold(middle);
        fold(low);
    }

    @Override
    public void beginList(String name, int size) {
        fold(size);
    }

    @Override
    public void endList() {
        // The size said where the list ends.
    }

    @Override
    public void absent(String name) {
        fold(PRIME_3);
    }

    /** The hash so far, as 16 hexadecimal digits. */
    @Override
    public String toString() {
        long x = hash;
        x = (x ^ x >>> 33) * PRIME_2;
        x = (x ^ x >>> 29) * PRIME_3;
        x ^= x >>> 32;
        String digits = Long.toHexString(x);
        return "0".repeat(16 - digits.length()) + digits;
    }
}
