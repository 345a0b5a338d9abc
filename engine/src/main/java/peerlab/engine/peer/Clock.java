package peerlab.engine.peer;

import java.util.ArrayList;
import java.util.List;

import peerlab.engine.base.Drift;
import peerlab.engine.base.Offset;
import peerlab.engine.kernel.Kernel;

/**
 * What a peer takes the time from. It may be ahead or behind, and run faster or slower than true time; what
 * is wrong with it adds up. Its timers run by it: a clock that is fast lets them run out early.
 *
 * <p>Setting a clock does not touch timers that are running, for they count how much time passes and not
 * until when. A clock that is behind at the beginning of a run stands at zero until it has caught up.
 */
public final class Clock {

    /** However many drifts add up, a clock runs at a hundredth of the speed of time. */
    private static final double SLOWEST = 0.01;

    private final Kernel kernel;
    private final TimerTable timers;
    private final List<Skew> skews = new ArrayList<>();
    /** How much it shows to pass in a nanosecond of true time. */
    private double speed = 1;

    /** One thing that is wrong with a clock. */
    public static final class Skew {

        private final Offset by;
        private final Drift drift;
        private long gained;
        private long since;
        private double rate;

        private Skew(Offset by, Drift drift, long since) {
            this.by = by;
            this.drift = drift;
            this.since = since;
        }

        private long at(long now) {
            return by.nanos() + gained + StrictMath.round((now - since) * rate);
        }

        private void turn(double nextRate, long now) {
            gained = at(now) - by.nanos();
            since = now;
            rate = nextRate;
        }
    }

    Clock(Kernel kernel, TimerTable timers) {
        this.kernel = kernel;
        this.timers = timers;
    }

    /** Makes it wrong from this instant on. */
    public Skew skew(Offset by, Drift drift) {
        Skew skew = new Skew(by, drift, kernel.now());
        skews.add(skew);
        run();
        return skew;
    }

    /** Sets it right again, as far as one skew goes. */
    public void correct(Skew skew) {
        if (!skews.remove(skew)) {
            throw new IllegalStateException("this clock has no such skew: " + skew.by + ", " + skew.drift);
        }
        run();
    }

    /** How far it is ahead of true time at this instant. */
    Offset offset() {
        long offset = 0;
        for (Skew skew : skews) {
            offset += skew.at(kernel.now());
        }
        return new Offset(offset);
    }

    /** The time that it shows, in nanoseconds. */
    long shown() {
        return Math.max(0, kernel.now() + offset().nanos());
    }

    /** How long it truly takes until it has shown a span to pass, in nanoseconds. */
    long trueSpan(long shownNanos) {
        return speed == 1 ? shownNanos : StrictMath.round(shownNanos / speed);
    }

    /** Goes on at the speed that its skews give together. */
    private void run() {
        double drift = 0;
        for (Skew skew : skews) {
            drift += skew.drift.rate();
        }
        double before = speed;
        speed = Math.max(SLOWEST, 1 + drift);
        double share = drift == 0 ? 1 : (speed - 1) / drift;
        for (Skew skew : skews) {
            skew.turn(skew.drift.rate() * share, kernel.now());
        }
        if (speed != before) {
            adapt(before);
        }
    }

    /** What is left of the running timers passes at the speed that it has from here on. */
    private void adapt(double before) {
        for (TimerEvent timer : timers.running()) {
            long left = timer.time() - kernel.now();
            if (left > 0) {
                timer.cancel();
                TimerEvent again = timer.again();
                timers.put(again);
                kernel.schedule(again, StrictMath.round(left * before / speed));
            }
        }
    }
}
