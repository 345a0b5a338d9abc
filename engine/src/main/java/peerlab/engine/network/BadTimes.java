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
 * holds the instant, and so on until so little time is left that more than one change hardly fits in: where
 * both ends are alike there is none, else there is one, at any instant of the piece alike.
 */
final class BadTimes {

    /** At the ends of an epoch of so many relaxation times states are independent: e^-40 is below 2^-57. */
    private static final double INDEPENDENT = 40;
    /** The last piece of time is this power of two shorter than the shorter of both mean times. */
    private static final int FINEST = 7;
    /** In the place of a level, for the instant of a change in a last piece; no level is as high. */
    private static final int CHANGE = 63;
    /** So many bits of a draw are random. */
    private static final int DRAWN = 53;
    /** SplitMix64's, odd: it spreads the numbers of pieces over all 64 bits. */
    private static final long STRIDE = 0x9e3779b97f4a7c15L;

    /** Which ends of a piece of time are bad. */
    private static final int EARLIER = 2;
    private static final int LATER = 1;

    private final long key;
    /** How long the pieces of each level are: a power of two, in nanoseconds. */
    private final int epochBits;
    private final int leastBits;
    /** A draw below this is a bad end of an epoch. */
    private final long end;
    /** A draw below this is a bad middle: by the power of two of half a piece, and by its ends. */
    private final long[] middles;

    /**
     * @param badShare how much of the time is bad, less than all of it
     * @param length the mean length of a bad time
     */
    BadTimes(double badShare, Span length, RandomSource stream) {
        this.key = stream.key();
        double goodLength = length.nanos() * (1 - badShare) / badShare;
        double rate = 1.0 / length.nanos() + 1 / goodLength;
        this.epochBits = bitsOf(INDEPENDENT / rate);
        this.leastBits = Math.max(0, Math.min(epochBits,
                bitsOf(Math.min(length.nanos(), goodLength)) - FINEST));
        this.end = bound(badShare);
        this.middles = new long[epochBits << 2];
        for (int bits = leastBits; bits < epochBits; bits++) {
            double kept = StrictMath.exp(-rate * (1L << bits));
            double badToBad = badShare + (1 - badShare) * kept;
            double goodToBad = badShare * -StrictMath.expm1(-rate * (1L << bits));
            for (int ends = 0; ends < 4; ends++) {
                double toBad = (ends & EARLIER) != 0 ? badToBad : goodToBad;
                boolean isBadAfter = (ends & LATER) != 0;
                double bad = toBad * (isBadAfter ? badToBad : 1 - badToBad);
                double good = (1 - toBad) * (isBadAfter ? goodToBad : 1 - goodToBad);
                middles[bits << 2 | ends] = bound(bad / (bad + good));
            }
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
        int ends = (draw(linkKey, epochBits, epoch) < end ? EARLIER : 0)
                | (draw(linkKey, epochBits, epoch + 1) < end ? LATER : 0);
        for (int bits = epochBits - 1; bits >= leastBits; bits--) {
            boolean isBadBetween = draw(linkKey, bits, nanos >>> bits | 1) < middles[bits << 2 | ends];
            // most of the time all three are good, and a branch that is foreseen costs nothing
            if (ends != 0 || isBadBetween) {
                boolean isInLaterHalf = (nanos >>> bits & 1) != 0;
                int replaced = isInLaterHalf ? EARLIER : LATER;
                ends = isBadBetween ? ends | replaced : ends & ~replaced;
            }
        }
        boolean isBadFirst = (ends & EARLIER) != 0;
        boolean isAlike = isBadFirst == ((ends & LATER) != 0);
        return isAlike ? isBadFirst : isBadFirst == isBeforeChange(linkKey, nanos);
    }

    private boolean isBeforeChange(long linkKey, long nanos) {
        long change = draw(linkKey, CHANGE, nanos >>> leastBits);
        long offset = nanos & (1L << leastBits) - 1;
        return offset < (leastBits < DRAWN ? change >>> DRAWN - leastBits : change << leastBits - DRAWN);
    }

    /** The draw for the beginning of a piece of time, 53 bits: of SplitMix64 begun at a link's key. */
    private static long draw(long linkKey, int bits, long piece) {
        return RandomSource.mix(linkKey + (piece << 6 | bits) * STRIDE) >>> Long.SIZE - DRAWN;
    }

    /** What a draw of 53 bits is below with this chance. */
    private static long bound(double chance) {
        return (long) Math.ceil(chance * (1L << DRAWN));
    }
}
