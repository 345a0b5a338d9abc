package peerlab.engine.protocol;

import java.util.Arrays;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.Span;

/**
 * The requests that a peer has sent and waits to see answered. It numbers them, so that an answer finds its
 * question; it gives up those that stay unanswered, after as many repeats as are allowed.
 *
 * <p>A protocol that asks sends {@code calls.ask(to, new FindNode(calls.next(), target), lookup, peer)},
 * hands each answer's number to {@link #answered}, and each timer to {@link #onTimer}. What a request was
 * for, its purpose, is an object of the protocol's own.
 *
 * <p>All requests share one alarm, set for the earliest deadline: an answer cancels nothing, and a busy peer
 * has one timer running, not one a request. Numbers are consecutive, so the table is a ring that the number
 * indexes; it grows with the requests that are open, and shrinks to nothing when all are answered.
 *
 * @param <T> what requests are for
 */
public final class Calls<T> {

    /** The most requests, answered or not, between the oldest open one and the latest. */
    public static final int LIMIT = 1 << 20;

    private static final int FIRST_CAPACITY = 8;

    /** No pause grows beyond a thousand times the first. */
    private static final int MOST_DOUBLINGS = 10;

    private final Span timeout;
    private final Repeats repeatable;
    private final int retries;
    /** Null where repeats cost nothing. */
    private final TokenBucket budget;
    private int oldest = 1;
    private int next = 1;
    private boolean isAlarmSet;
    /** For each open request its purpose and, behind it, whom it went to: an answer needs both. */
    private Object[] slots;
    private long[] deadlines;
    private Message[] requests;
    /** How often each was sent again; negative while it rests before the next time. */
    private int[] repeats;

    /**
     * @param timeout how long an answer may take
     * @param retries how often an unanswered request is sent again
     */
    public Calls(Span timeout, int retries) {
        this(timeout, Repeats.atOnce(retries));
    }

    /** @param timeout how long an answer may take */
    public Calls(Span timeout, Repeats repeats) {
        if (timeout.isZero()) {
            throw new IllegalArgumentException("no answer can arrive within " + timeout);
        }
        this.timeout = timeout;
        this.repeatable = repeats;
        this.retries = repeats.most();
        this.budget = repeats.budget().isPresent() ? new TokenBucket(Repeats.RESERVE) : null;
    }

    /** What becomes of a request that stayed unanswered. */
    @FunctionalInterface
    public interface Silence<T> {
        void from(PeerId peer, T purpose);

        /** It has been sent once more. */
        default void again(PeerId peer, T purpose) {
        }
    }

    /** The alarm of all open requests. */
    public record Overdue() implements Timer {
        private static final Overdue ALARM = new Overdue();

        @Override
        public void describe(Fields fields) {
            // There is one, and it says all by its type.
        }
    }

    /** The number that the next request carries, and its answer repeats. */
    public int next() {
        return next;
    }

    /** Sends a request that carries the number {@link #next} and waits for its answer. */
    public void ask(PeerId to, Message request, T purpose, Context peer) {
        if (purpose == null) {
            throw new IllegalArgumentException(
                    "a request needs a purpose, that its answer can be told from others");
        }
        makeRoom();
        int slot = at(next);
        slots[slot] = purpose;
        slots[slot + 1] = to;
        deadlines[slot >> 1] = peer.now().nanos() + timeout.nanos();
        if (retries > 0) {
            requests[slot >> 1] = request;
            repeats[slot >> 1] = 0;
        }
        if (budget != null) {
            budget.add(repeatable.budget().getAsDouble());
        }
        next++;
        peer.send(to, request);
        if (!isAlarmSet) {
            isAlarmSet = true;
            peer.startTimer(Overdue.ALARM, timeout);
        }
    }

    /**
     * What a request is for, without closing it: for whoever prepares for its answer.
     *
     * @return null where no such request is open
     */
    @SuppressWarnings("unchecked")
    public T purpose(int number) {
        return number - oldest < 0 || number - next >= 0
                ? null
                : (T) slots[at(number)];
    }

    /**
     * Closes the request that an answer belongs to.
     *
     * @return what it was for; null where no such request is open or it went to somebody else
     */
    public T answered(int number, PeerId from) {
        if (number - oldest < 0 || number - next >= 0) {
            return null;
        }
        int slot = at(number);
        if (slots[slot] == null || !from.equals(slots[slot + 1])) {
            return null;
        }
        return close(slot);
    }

    /**
     * Counts a request as unanswered before its time: whoever it went to has said that there will be no
     * answer.
     */
    public void refused(int number, PeerId from, Context peer, Silence<? super T> silence) {
        if (number - oldest < 0 || number - next >= 0) {
            return;
        }
        int slot = at(number);
        if (slots[slot] == null || !from.equals(slots[slot + 1]) || isResting(slot)) {
            return;
        }
        expire(slot, peer.now().nanos(), peer, silence);
        setAlarm(peer.now().nanos(), peer);
    }

    /** How many requests wait for an answer. */
    public int open() {
        int open = 0;
        for (int number = oldest; number != next; number++) {
            if (slots[at(number)] != null) {
                open++;
            }
        }
        return open;
    }

    /**
     * Repeats or gives up what is overdue.
     *
     * @return false where the timer is none of these requests' and so the protocol's own
     */
    public boolean onTimer(Timer timer, Context peer, Silence<? super T> silence) {
        if (!(timer instanceof Overdue)) {
            return false;
        }
        isAlarmSet = false;
        long now = peer.now().nanos();
        int end = next;
        for (int number = oldest; number != end; number++) {
            if (number - oldest < 0) {
                continue;
            }
            int slot = at(number);
            if (slots[slot] != null && deadlines[slot >> 1] <= now) {
                expire(slot, now, peer, silence);
            }
        }
        setAlarm(now, peer);
        return true;
    }

    private void expire(int slot, long now, Context peer, Silence<? super T> silence) {
        PeerId to = (PeerId) slots[slot + 1];
        if (isResting(slot)) {
            sendAgain(slot, now, peer, silence);
        } else if (retries > 0 && repeats[slot >> 1] < retries && (budget == null || budget.take())) {
            repeats[slot >> 1]++;
            if (repeatable.pause().isZero()) {
                sendAgain(slot, now, peer, silence);
            } else {
                deadlines[slot >> 1] = now + pause(repeats[slot >> 1], peer);
                repeats[slot >> 1] = -repeats[slot >> 1];
            }
        } else {
            silence.from(to, close(slot));
        }
    }

    private boolean isResting(int slot) {
        return retries > 0 && repeats[slot >> 1] < 0;
    }

    private long pause(int repeat, Context peer) {
        int doublings = Math.min(repeat - 1, MOST_DOUBLINGS);
        return 1 + peer.random().nextLong(repeatable.pause().nanos() << doublings);
    }

    @SuppressWarnings("unchecked")
    private void sendAgain(int slot, long now, Context peer, Silence<? super T> silence) {
        PeerId to = (PeerId) slots[slot + 1];
        repeats[slot >> 1] = Math.abs(repeats[slot >> 1]);
        deadlines[slot >> 1] = now + timeout.nanos();
        peer.send(to, requests[slot >> 1]);
        silence.again(to, (T) slots[slot]);
    }

    private int capacity() {
        return slots.length / 2;
    }

    /** Where the purpose of a request stands. */
    private int at(int number) {
        return 2 * number & slots.length - 1;
    }

    private void setAlarm(long now, Context peer) {
        long earliest = Long.MAX_VALUE;
        for (int number = oldest; number != next; number++) {
            int slot = at(number);
            if (slots[slot] != null) {
                earliest = Math.min(earliest, deadlines[slot >> 1]);
            }
        }
        if (earliest != Long.MAX_VALUE) {
            isAlarmSet = true;
            peer.startTimer(Overdue.ALARM, Span.nanos(Math.max(1, earliest - now)));
        }
    }

    @SuppressWarnings("unchecked")
    private T close(int slot) {
        T purpose = (T) slots[slot];
        slots[slot] = null;
        slots[slot + 1] = null;
        if (retries > 0) {
            requests[slot >> 1] = null;
        }
        while (oldest != next && slots[at(oldest)] == null) {
            oldest++;
        }
        if (oldest == next && capacity() > FIRST_CAPACITY) {
            release();
        }
        return purpose;
    }

    /** A peer that has been busy keeps no large table: of a million peers few are busy at a time. */
    private void release() {
        slots = null;
        deadlines = null;
        requests = null;
        repeats = null;
    }

    private void makeRoom() {
        if (slots == null) {
            allocate(FIRST_CAPACITY);
        } else if (next - oldest == capacity()) {
            grow();
        }
    }

    private void allocate(int capacity) {
        slots = new Object[2 * capacity];
        deadlines = new long[capacity];
        requests = retries > 0 ? new Message[capacity] : null;
        repeats = retries > 0 ? new int[capacity] : null;
    }

    private void grow() {
        int before = capacity();
        if (before == LIMIT) {
            throw new IllegalStateException(before + " requests are open; the limit is " + LIMIT);
        }
        slots = Arrays.copyOf(slots, 4 * before);
        deadlines = Arrays.copyOf(deadlines, 2 * before);
        requests = retries > 0 ? Arrays.copyOf(requests, 2 * before) : null;
        repeats = retries > 0 ? Arrays.copyOf(repeats, 2 * before) : null;
        for (int number = oldest; number != next; number++) {
            move(number & before - 1, number & 2 * before - 1);
        }
    }

    private void move(int from, int to) {
        if (from == to) {
            return;
        }
        deadlines[to] = deadlines[from];
        for (int part = 0; part < 2; part++) {
            slots[2 * to + part] = slots[2 * from + part];
            slots[2 * from + part] = null;
        }
        if (retries > 0) {
            requests[to] = requests[from];
            repeats[to] = repeats[from];
            requests[from] = null;
        }
    }
}
