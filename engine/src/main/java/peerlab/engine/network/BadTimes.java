package peerlab.engine.network;

import peerlab.engine.base.RandomSource;
import peerlab.engine.base.Span;

/**
 * When a link is bad: it changes between good and bad as a Markov process in continuous time, that of Gilbert
 * (1960) and Elliott (1963). Both times are exponential, and the process is stationary from the start.
 *
 * <p>The state is a function of the link and the instant: nothing is remembered, and how often somebody asks
 * changes nothing. Time is cut into epochs so long that what is at one end says nothing about the other
 * (less than a double can tell), so the state at each cut is drawn by itself. Between two cuts the state in
 * the middle is drawn given those at both ends (a Markov bridge), then that in the middle of the half that
 * holds the instant, and so on until so little time is left that no change fits in.
 */
final class BadTimes {

    /** At the ends of an epoch of so many relaxation times states are independent: e^-40 is below 2^-57. */
    private static final double INDEPENDENT = 40;
    /** The last piece of time is so much shorter than the shorter of both mean times. */
    private static final int FINEST = 16;
    /** SplitMix64's, odd: it spreads the numbers of pieces over all 64 bits. */
    private static final long STRIDE = 0x9e3779b97f4a7c15L;

    private final double badShare;
    private final long key;
    /** How long the pieces of each level are: a power of two, in nanoseconds. */
    private final int epochBits;
    private final int leastBits;
    /** By the power of two: the chances that a bad link is bad, and a good one, after so long. */
    private final double[] badToBad;
    private final double[] goodToBad;

    /**
     * @param badShare how much of the time is bad, less than all of it
     * @param length the mean length of a bad time
     */
    BadTimes(double badShare, Span length, RandomSource stream) {
        this.badShare = badShare;
        this.key = stream.key();
        double goodLength = length.nanos() * (1 - badShare) / badShare;
        double rate = 1.0 / length.nanos() + 1 / goodLength;
        this.epochBits = bitsOf(INDEPENDENT / rate);
        this.leastBits = Math.max(0, Math.min(epochBits,
                bitsOf(Math.min(length.nanos(), goodLength)) - FINEST));
        this.badToBad = new double[epochBits + 1];
        this.goodToBad = new double[epochBits + 1];
        for (int bits = leastBits; bits <= epochBits; bits++) {
            double kept = StrictMath.exp(-rate * (1L << bits));
            badToBad[bits] = badShare + (1 - badShare) * kept;
            goodToBad[bits] = badShare * -StrictMath.expm1(-rate * (1L << bits));
        }
    }

    /** The least power of two that is not less. */
    private static int bitsOf(double nanos) {
        int bits = 0;
        while (bits < 61 && 1L << bits < nanos) {
            bits++;
        }
        return bits;
    }

    /** Whether a link is bad at an instant. */
    boolean isBad(long link, long nanos) {
        long linkKey = RandomSource.mix(Network.hash(link) ^ key);
        long epoch = nanos >>> epochBits;
        boolean isBadBefore = chance(linkKey, epochBits, epoch) < badShare;
        boolean isBadAfter = chance(linkKey, epochBits, epoch + 1) < badShare;
        for (int bits = epochBits - 1; bits >= leastBits; bits--) {
            long middle = nanos >>> bits | 1;
            boolean isBadBetween = chance(linkKey, bits, middle) < bridge(isBadBefore, isBadAfter, bits);
            if ((nanos >>> bits & 1) == 0) {
                isBadAfter = isBadBetween;
            } else {
                isBadBefore = isBadBetween;
            }
        }
        return isBadBefore;
    }

    /** The chance to be bad in the middle, given both ends, each so many nanoseconds away. */
    private double bridge(boolean isBadBefore, boolean isBadAfter, int bits) {
        double toBad = isBadBefore ? badToBad[bits] : goodToBad[bits];
        double bad = toBad * (isBadAfter ? badToBad[bits] : 1 - badToBad[bits]);
        double good = (1 - toBad) * (isBadAfter ? goodToBad[bits] : 1 - goodToBad[bits]);
        return bad / (bad + good);
    }

    /** The draw for the beginning of a piece of time: a number of SplitMix64 begun at the link's key. */
    private static double chance(long linkKey, int bits, long piece) {
        return (RandomSource.mix(linkKey + (piece << 6 | bits) * STRIDE) >>> 11) * 0x1.0p-53;
    }
}
