package peerlab.engine.observe;

import java.util.Arrays;

/**
 * What was recorded within a span of virtual time before the present: entries leave it exactly when they are
 * that old.
 */
final class SlidingLog {

    private final long span;
    private long[] times = new long[64];
    private double[] values = new double[64];
    private int first;
    private int count;
    private double sum;
    private long version;

    SlidingLog(long spanNanos) {
        this.span = spanNanos;
    }

    void add(long time, double value) {
        if (count == times.length) {
            grow();
        }
        int slot = first + count & times.length - 1;
        times[slot] = time;
        values[slot] = value;
        count++;
        sum += value;
        version++;
    }

    private void grow() {
        long[] moreTimes = new long[count * 2];
        double[] moreValues = new double[count * 2];
        for (int i = 0; i < count; i++) {
            moreTimes[i] = times[first + i & count - 1];
            moreValues[i] = values[first + i & count - 1];
        }
        times = moreTimes;
        values = moreValues;
        first = 0;
    }

    /** Forgets what is as old as the span, or older. */
    void passTo(long now) {
        while (count > 0 && times[first] <= now - span) {
            sum -= values[first];
            first = first + 1 & times.length - 1;
            count--;
        }
        if (count == 0) {
            sum = 0;
        }
    }

    double sum() {
        return sum;
    }

    int count() {
        return count;
    }

    long version() {
        return version;
    }

    long nextExpiry() {
        return count == 0 ? Long.MAX_VALUE : times[first] + span;
    }

    double[] sorted() {
        double[] all = new double[count];
        for (int i = 0; i < count; i++) {
            all[i] = values[first + i & times.length - 1];
        }
        Arrays.sort(all);
        return all;
    }
}
