package peerlab.engine.network;

/**
 * How a link that changes between good and bad, as a Markov process, gets through a piece of time: by what
 * chance it is in each state at the end, and by what chance it has been there all the time.
 */
final class Passage {

    private final double badShare;
    private final double kept;
    private final double lost;
    private final double staysBad;
    private final double staysGood;

    /**
     * @param badShare how much of the time is bad
     * @param badLength the mean length of a bad time
     * @param length that of the piece, in the same unit
     */
    Passage(double badShare, double badLength, double length) {
        double goodLength = badLength * (1 - badShare) / badShare;
        double relaxations = length / badLength + length / goodLength;
        this.badShare = badShare;
        this.kept = StrictMath.exp(-relaxations);
        this.lost = -StrictMath.expm1(-relaxations);
        this.staysBad = StrictMath.exp(-length / badLength);
        this.staysGood = StrictMath.exp(-length / goodLength);
    }

    /** The chance to end in a state, for a link that begins in one. */
    double from(boolean isBad, boolean isBadLater) {
        double share = isBadLater ? badShare : 1 - badShare;
        return share * lost + (isBad == isBadLater ? kept : 0);
    }

    /** The chance to end in a state, having been in that one all the time. */
    double staying(boolean isBad, boolean isBadLater) {
        return isBad != isBadLater ? 0 : isBad ? staysBad : staysGood;
    }

    /** The chance to end in a state with changes on the way. */
    double changing(boolean isBad, boolean isBadLater) {
        return Math.max(0, from(isBad, isBadLater) - staying(isBad, isBadLater));
    }
}
