package peerlab.engine.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

import peerlab.engine.base.Bandwidth;
import peerlab.engine.kernel.Event;
import peerlab.engine.kernel.Kernel;
import peerlab.engine.kernel.LimitReached;

/**
 * One direction of a peer's line. Messages go over it one after the other, each as a whole, at so many bits
 * a second; what comes while it is busy waits, so that a large message holds up the small ones behind it.
 */
final class Line {

    /** So many messages may wait for one line. */
    static final int MOST_WAITING = 1 << 22;

    private final Kernel kernel;
    private final Consumer<Delivery> across;
    private final LongConsumer waited;
    private final Deque<Delivery> queue = new ArrayDeque<>();
    private final Deque<Long> since = new ArrayDeque<>();
    private final List<Bandwidth> limits = new ArrayList<>();
    /** The least of the limits; null while there are none. */
    private Bandwidth rate;
    private long mostBytes = Long.MAX_VALUE;
    private long waitingBytes;
    private Crossing crossing;

    /**
     * @param across takes over what has crossed the line
     * @param waited hears how long each message waited for its turn
     */
    Line(Kernel kernel, Consumer<Delivery> across, LongConsumer waited) {
        this.kernel = kernel;
        this.across = across;
        this.waited = waited;
    }

    /** Lets no more through than this; of several limits the least counts. */
    void limit(Bandwidth limit) {
        limits.add(limit);
        change();
    }

    /** Takes one of the limits away. */
    void release(Bandwidth limit) {
        if (!limits.remove(limit)) {
            throw new IllegalStateException("this line is not limited to " + limit + ", but to " + limits);
        }
        change();
    }

    /** Whether it holds up nobody, as if it were not there. */
    boolean isFree() {
        return limits.isEmpty() && crossing == null && mostBytes == Long.MAX_VALUE;
    }

    /** Keeps no more waiting than this. */
    void keep(long bytes) {
        mostBytes = bytes;
    }

    private void change() {
        Bandwidth before = rate;
        rate = limits.isEmpty() ? null : Collections.min(limits);
        if (crossing != null && (rate == null || !rate.equals(before))) {
            crossing.changeTo(before);
        }
    }

    /** Takes a message, unless too much is waiting already. */
    boolean takes(Delivery message) {
        if (crossing != null) {
            return queues(message);
        }
        waited.accept(0);
        if (rate == null) {
            across.accept(message);
        } else {
            cross(message);
        }
        return true;
    }

    private boolean queues(Delivery message) {
        if (message.bytes() > mostBytes - waitingBytes) {
            return false;
        }
        if (queue.size() >= MOST_WAITING) {
            throw new LimitReached("waiting", "more than " + MOST_WAITING + " messages wait for one line");
        }
        queue.add(message);
        since.add(kernel.now());
        waitingBytes += message.bytes();
        return true;
    }

    private void cross(Delivery message) {
        crossing = new Crossing(message, kernel.now(), 8.0 * message.bytes());
        crossing.schedule(rate == null ? 0 : rate.nanosFor(message.bytes()));
    }

    private void crossNext() {
        crossing = null;
        if (!queue.isEmpty()) {
            Delivery next = queue.remove();
            waitingBytes -= next.bytes();
            waited.accept(kernel.now() - since.remove());
            cross(next);
        }
    }

    /** Empties the line, and says what was on it. */
    List<Delivery> clear() {
        List<Delivery> all = new ArrayList<>();
        if (crossing != null) {
            crossing.cancel();
            all.add(crossing.message);
        }
        all.addAll(queue);
        crossing = null;
        queue.clear();
        since.clear();
        waitingBytes = 0;
        return all;
    }

    /** A message goes over the line, up to its last bit. */
    private final class Crossing extends Event {

        private final Delivery message;
        private final long began;
        private final double bits;

        Crossing(Delivery message, long began, double bits) {
            this.message = message;
            this.began = began;
            this.bits = bits;
        }

        void schedule(long delay) {
            kernel.schedule(this, delay);
            message.dueAt(time());
        }

        /** Goes on at the present rate with what is left of it. */
        void changeTo(Bandwidth before) {
            cancel();
            double sent = before == null ? bits
                    : (kernel.now() - began) * (double) before.bitsPerSecond() / 1e9;
            crossing = new Crossing(message, kernel.now(), Math.max(0, bits - sent));
            crossing.schedule(rate == null ? 0
                    : StrictMath.round(crossing.bits * 1e9 / rate.bitsPerSecond()));
        }

        @Override
        protected void happen() {
            crossNext();
            kernel.within(message.sequence(), () -> across.accept(message));
        }

        @Override
        public String toString() {
            return message.toString();
        }
    }
}
