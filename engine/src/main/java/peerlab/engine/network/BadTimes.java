package peerlab.engine.network;

import peerlab.engine.base.RandomSource;
import peerlab.engine.base.Span;

/**
 * When a link is bad: it changes between good and bad as a Markov process in continuous time, that of Gilbert
 * (1960) and Elliott (1963). Both times are exponential, and the process is stationary from the start.
 *
 * <p>The state is a function of the link and the instant: nothing is remembered, and how often somebody asks
 * changes nothing. Time is cut into epochs so long that what is at one end says nothing about the other
 * (less than a double can tell), so the state at each cut is drawn by itself, and then whether it changes
 * between two cuts that are alike. Mostly it does not, and all is known. Else the state in the middle is
 * drawn given those at both ends (a Markov bridge), and which halves have changes; then the same in the half
 * that holds the instant, until that half has none, or so little time is left that more than one change
 * hardly fits in: where its ends are alike there is none, else there is one, at any instant of it alike.
 */
final class BadTimes {

    /** At the ends of an epoch of so many relaxation times states are independent: e^-40 is below 2^-57. */
    private static final double INDEPENDENT = 40;
    /** The last piece of time is this power of two shorter than the shorter of both mean times. */
    private static final int FINEST = 7;
    /** In the place of a level: for the instant of a change in a last piece, for changes within an epoch. */
    private static final int CHANGE = 63;
    private static final int CHANGES = 62;
    /** SplitMix64's, odd: it spreads the numbers of pieces over all 64 bits. */
    private static final long STRIDE = 0x9e3779b97f4a7c15L;

    private final long key;
    /** How long the pieces of each level are: a power of two, in nanoseconds. */
    private final int epochBits;
    private final int leastBits;
    /** A draw below this is a bad end of an epoch. */
    private final long end;
    /** A draw below this is an epoch with changes, though its ends are alike: good, bad. */
    private final long[] changes;
    /** What becomes of the halves of a piece with changes, by the power of two of half a piece. */
    private final Halving[] halvings;

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
        this.end = Chance.bound(badShare);
        Passage epoch = new Passage(badShare, length.nanos(), 1L << epochBits);
        this.changes = new long[] {Chance.bound(epoch.changing(false, false) / epoch.from(false, false)),
            Chance.bound(epoch.changing(true, true) / epoch.from(true, true))};
        this.halvings = new Halving[epochBits];
        for (int bits = leastBits; bits < epochBits; bits++) {
            halvings[bits] = new Halving(new Passage(badShare, length.nanos(), 1L << bits));
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
        boolean isBadFirst = draw(linkKey, epochBits, epoch) < end;
        boolean isBadLast = draw(linkKey, epochBits, epoch + 1) < end;
        if (isBadFirst == isBadLast && draw(linkKey, CHANGES, epoch) >= changes[isBadFirst ? 1 : 0]) {
            return isBadFirst;
        }
        return isBadAmongChanges(linkKey, nanos, Halving.piece(isBadFirst, isBadLast, true));
    }

    private boolean isBadAmongChanges(long linkKey, long nanos, int epoch) {
        int piece = epoch;
        for (int bits = epochBits - 1; bits >= leastBits && Halving.isChanging(piece); bits--) {
            boolean isInLaterHalf = (nanos >>> bits & 1) != 0;
            piece = halvings[bits].half(piece, draw(linkKey, bits, nanos >>> bits | 1), isInLaterHalf);
        }
        boolean isBadFirst = Halving.isBadFirst(piece);
        return isBadFirst == Halving.isBadLast(piece) ? isBadFirst
                : isBadFirst == isBeforeChange(linkKey, nanos);
    }

    private boolean isBeforeChange(long linkKey, long nanos) {
        long change = draw(linkKey, CHANGE, nanos >>> leastBits);
        long offset = nanos & (1L << leastBits) - 1;
        return offset < (leastBits < Chance.BITS ? change >>> Chance.BITS - leastBits
                : change << leastBits - Chance.BITS);
    }

    /** The draw for the beginning of a piece of time: of SplitMix64 begun at a link's key. */
    private static long draw(long linkKey, int bits, long piece) {
        return RandomSource.mix(linkKey + (piece << 6 | bits) * STRIDE) >>> Long.SIZE - Chance.BITS;
    }
}
