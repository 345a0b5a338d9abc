package peerlab.reports.page;

import java.util.Arrays;

/**
 * Which conversations the page shows, where it cannot show all: those that a verdict points at, then failed
 * operations, then operations and then the rest, spread evenly over the run. Each is shown whole, but for
 * one that alone would fill the page: of that one, the beginning.
 *
 * <p>Even spreading is van der Corput's sequence over the numbers of the conversations: wherever room ends,
 * what has been taken lies evenly.
 */
final class Choice {

    /** How many failed operations go before all others. */
    static final int FAILED_FIRST = 200;
    private static final int OPERATIONS_PERCENT = 70;
    private static final int LARGEST_PERCENT = 40;

    private final long budget;
    private final long largest;
    private final int[] sizes;
    private final int[] numbers;
    private long used;
    private int chosen;
    private boolean isCut;

    private Choice(int[] sizes, long budget) {
        this.sizes = sizes;
        this.budget = budget;
        this.largest = budget * LARGEST_PERCENT / 100;
        this.numbers = new int[sizes.length];
        Arrays.fill(numbers, Conversations.NONE);
    }

    /**
     * Chooses.
     *
     * @param sizes what each conversation takes, in bytes of the page
     * @param pointedAt the numbers of those that come first
     */
    static Choice among(int[] sizes, Conversations conversations, int[] pointedAt, long budget) {
        Choice choice = new Choice(sizes, budget);
        for (int conversation : pointedAt) {
            choice.take(conversation, budget);
        }
        int failed = 0;
        for (int i = 0; i < sizes.length && failed < FAILED_FIRST; i++) {
            if (conversations.isFailed(i)) {
                choice.take(i, budget / 2);
                failed++;
            }
        }
        choice.spread(conversations, true, budget * OPERATIONS_PERCENT / 100);
        choice.spread(conversations, false, budget);
        choice.spread(conversations, true, budget);
        return choice;
    }

    private void spread(Conversations conversations, boolean operations, long upTo) {
        int bits = 32 - Integer.numberOfLeadingZeros(Math.max(1, sizes.length - 1));
        for (long step = 0; step < 1L << bits; step++) {
            int next = Integer.reverse((int) step) >>> (32 - bits);
            if (next < sizes.length && conversations.isOperation(next) == operations) {
                take(next, upTo);
            }
        }
    }

    private void take(int conversation, long upTo) {
        long size = Math.min(sizes[conversation], largest);
        if (numbers[conversation] == Conversations.NONE && sizes[conversation] > 0 && used + size <= upTo) {
            numbers[conversation] = chosen++;
            used += size;
            isCut |= sizes[conversation] > largest;
        }
    }

    /** Whether all of a conversation's first bytes up to here are shown. */
    boolean shows(int conversation, long before) {
        return conversation != Conversations.NONE && numbers[conversation] != Conversations.NONE
                && before < largest;
    }

    /** The how-manieth a conversation that is shown was to be chosen, from 0. */
    int rank(int conversation) {
        return numbers[conversation];
    }

    boolean isCut(int conversation) {
        return sizes[conversation] > largest;
    }

    /** How many have anything to show. */
    int found() {
        return (int) Arrays.stream(sizes).filter(size -> size > 0).count();
    }

    int chosen() {
        return chosen;
    }

    /** Whether some conversation is shown in part only. */
    boolean hasCut() {
        return isCut;
    }

    long budget() {
        return budget;
    }
}
