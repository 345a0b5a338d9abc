package peerlab.engine.network;

/**
 * How a piece of time within which a link changes between good and bad falls into halves: the state in the
 * middle and whether either half has changes of its own, drawn together by one number.
 *
 * <p>A piece is a number of three bits: whether its first and its last instant are bad, and whether there are
 * changes between.
 */
final class Halving {

    private static final int BAD_FIRST = 4;
    private static final int BAD_LAST = 2;
    private static final int CHANGING = 1;
    private static final int PIECES = 8;
    /** The ways to fall into halves: the state in the middle, changes in the earlier half, in the later. */
    private static final int WAYS = 8;
    private static final int BAD_BETWEEN = 4;
    private static final int CHANGING_BEFORE = 2;
    private static final int CHANGING_AFTER = 1;

    /** A draw below this falls into halves this way or one before it: by piece, then by way. */
    private final long[] bounds = new long[PIECES * WAYS];

    /** @param half how the link gets through half of the piece */
    Halving(Passage half) {
        for (int piece = CHANGING; piece < PIECES; piece += 2) {
            double[] chances = new double[WAYS];
            double all = 0;
            for (int way = 0; way < WAYS; way++) {
                chances[way] = chance(half, piece, way);
                all += chances[way];
            }
            double sum = 0;
            for (int way = 0; way < WAYS; way++) {
                sum += chances[way];
                bounds[piece * WAYS + way] = Chance.bound(sum / all);
            }
            // the last way that can be is taken by whatever draws are left
            for (int way = WAYS - 1; way >= 0; way--) {
                bounds[piece * WAYS + way] = Long.MAX_VALUE;
                if (chances[way] > 0) {
                    break;
                }
            }
        }
    }

    private static double chance(Passage half, int piece, int way) {
        boolean isBadBetween = (way & BAD_BETWEEN) != 0;
        boolean isChangingBefore = (way & CHANGING_BEFORE) != 0;
        boolean isChangingAfter = (way & CHANGING_AFTER) != 0;
        boolean isQuiet = !isChangingBefore && !isChangingAfter;
        return isQuiet ? 0
                : chance(half, isBadFirst(piece), isBadBetween, isChangingBefore)
                * chance(half, isBadBetween, isBadLast(piece), isChangingAfter);
    }

    private static double chance(Passage half, boolean isBad, boolean isBadLater, boolean isChanging) {
        return isChanging ? half.changing(isBad, isBadLater) : half.staying(isBad, isBadLater);
    }

    static int piece(boolean isBadFirst, boolean isBadLast, boolean isChanging) {
        return (isBadFirst ? BAD_FIRST : 0) | (isBadLast ? BAD_LAST : 0) | (isChanging ? CHANGING : 0);
    }

    static boolean isBadFirst(int piece) {
        return (piece & BAD_FIRST) != 0;
    }

    static boolean isBadLast(int piece) {
        return (piece & BAD_LAST) != 0;
    }

    static boolean isChanging(int piece) {
        return (piece & CHANGING) != 0;
    }

    /** One of the halves into which a draw lets a piece with changes fall. */
    int half(int piece, long draw, boolean isLater) {
        int way = 0;
        while (draw >= bounds[piece * WAYS + way]) {
            way++;
        }
        boolean isBadBetween = (way & BAD_BETWEEN) != 0;
        return isLater ? piece(isBadBetween, isBadLast(piece), (way & CHANGING_AFTER) != 0)
                : piece(isBadFirst(piece), isBadBetween, (way & CHANGING_BEFORE) != 0);
    }
}
