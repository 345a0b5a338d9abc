package peerlab.engine.observe;

import java.util.function.LongSupplier;

import peerlab.engine.protocol.Meter;

/** A number that only grows, and the windows that somebody reads it through. */
public final class CounterCell implements Meter.Counter {

    private static final SlidingLog[] NONE = {};

    private final LongSupplier clock;
    private long value;
    private SlidingLog[] windows = NONE;

    CounterCell(LongSupplier clock) {
        this.clock = clock;
    }

    @Override
    public void add(long amount) {
        value += amount;
        if (windows != NONE) {
            for (SlidingLog window : windows) {
                window.add(clock.getAsLong(), amount);
            }
        }
    }

    public long value() {
        return value;
    }

    SlidingLog window(long span) {
        SlidingLog window = new SlidingLog(span);
        SlidingLog[] more = java.util.Arrays.copyOf(windows, windows.length + 1);
        more[windows.length] = window;
        windows = more;
        return window;
    }
}
