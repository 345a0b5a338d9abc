package peerlab.engine.kernel;

import java.util.Arrays;

/**
 * Pending events in exact order of (time, sequence), built for very many of them.
 *
 * <p>A hierarchy of calendars (after Varghese and Lauck 1987): {@value #SLOTS} slots of about a millisecond, then as many
 * slots of a whole lower calendar each, and so on. An event is linked into the slot of the lowest calendar that can tell
 * it from the present; when the present reaches a slot, its events move one calendar down. Only the slot that is reached
 * on the lowest calendar is put in order, by a stable sort on the time within it, because its events were linked in the
 * order of their sequence. What is scheduled into that slot while it is being emptied, or before it, waits in a binary
 * heap beside it.
 *
 * <p>Adding costs a few instructions whatever the number of pending events; no event is compared with another before its
 * millisecond comes.
 */
public final class EventQueue {

    private static final int SLOT_BITS = 12;
    private static final int SLOTS = 1 << SLOT_BITS;
    private static final int SLOT_MASK = SLOTS - 1;
    /** The width of a slot on the lowest calendar: 2^20 ns, about a millisecond. */
    private static final int WIDTH_BITS = 20;
    private static final long WIDTH_MASK = (1L << WIDTH_BITS) - 1;
    /** Enough for all of a positive long: 20 + 4 * 12 bits. */
    private static final int LEVELS = 4;

    private final Calendar[] calendars = new Calendar[LEVELS];
    private final SlotOrder order = new SlotOrder();
    private final EventHeap late = new EventHeap();
    /** The slot of the lowest calendar that is being emptied, counted from time 0. */
    private long present;
    private Event[] run = new Event[64];
    private int runSize;
    private int runNext;
    private int size;

    public EventQueue() {
        Arrays.setAll(calendars, level -> new Calendar());
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** Adds an event whose time and sequence are set; its time is not before that of the last one taken. */
    void add(Event event) {
        size++;
        place(event);
    }

    private void place(Event event) {
        long slot = event.time >> WIDTH_BITS;
        if (slot <= present) {
            late.add(event);
            return;
        }
        long difference = slot ^ present;
        if (difference < SLOTS) {
            calendars[0].add((int) slot & SLOT_MASK, event);
        } else {
            int level = (63 - Long.numberOfLeadingZeros(difference)) / SLOT_BITS;
            calendars[level].add((int) (slot >> level * SLOT_BITS) & SLOT_MASK, event);
        }
    }

    /** The first event, left where it is; null where none is pending. */
    Event peek() {
        if (runNext == runSize && late.isEmpty() && !advance()) {
            return null;
        }
        if (runNext == runSize) {
            return late.peek();
        }
        Event first = run[runNext];
        return !late.isEmpty() && late.peek().isBefore(first) ? late.peek() : first;
    }

    /** Takes the first event; null where none is pending. */
    Event poll() {
        if (runNext == runSize && late.isEmpty() && !advance()) {
            return null;
        }
        size--;
        if (runNext == runSize) {
            return late.poll();
        }
        Event first = run[runNext];
        if (!late.isEmpty() && late.peek().isBefore(first)) {
            return late.poll();
        }
        run[runNext++] = null;
        return first;
    }

    /** Moves the present to the next slot that holds events; false where there is none. */
    private boolean advance() {
        if (size == 0) {
            return false;
        }
        while (true) {
            int next = calendars[0].nextAfter((int) present & SLOT_MASK);
            if (next >= 0) {
                present = present & ~SLOT_MASK | next;
                load(calendars[0].take(next));
                return true;
            }
            if (descend()) {
                return true;
            }
        }
    }

    /** Moves the next slot of a higher calendar one calendar down; true if that filled the present slot. */
    private boolean descend() {
        for (int level = 1; level < LEVELS; level++) {
            int shift = level * SLOT_BITS;
            int next = calendars[level].nextAfter((int) (present >> shift) & SLOT_MASK);
            if (next >= 0) {
                present = (present >> shift & ~SLOT_MASK | next) << shift;
                Event event = calendars[level].take(next);
                while (event != null) {
                    Event following = event.next;
                    event.next = null;
                    place(event);
                    event = following;
                }
                return !late.isEmpty();
            }
        }
        throw new IllegalStateException(size + " events are counted but in no calendar");
    }

    private void load(Event chain) {
        int count = 0;
        for (Event event = chain; event != null; event = event.next) {
            if (count == run.length) {
                run = Arrays.copyOf(run, count * 2);
            }
            run[count++] = event;
        }
        runSize = count;
        runNext = 0;
        if (count > 1) {
            run = order.sort(run, count, WIDTH_MASK);
        }
    }

    /** One calendar: a list in each slot, first in first out, and a bit for each slot that is not empty. */
    private static final class Calendar {

        private final Event[] first = new Event[SLOTS];
        private final Event[] last = new Event[SLOTS];
        private final long[] filled = new long[SLOTS / Long.SIZE];

        void add(int slot, Event event) {
            Event tail = last[slot];
            if (tail == null) {
                first[slot] = event;
                filled[slot >> 6] |= 1L << slot;
            } else {
                tail.next = event;
            }
            last[slot] = event;
        }

        Event take(int slot) {
            Event chain = first[slot];
            first[slot] = null;
            last[slot] = null;
            filled[slot >> 6] &= ~(1L << slot);
            return chain;
        }

        /** The first filled slot after the given one; -1 where there is none. */
        int nextAfter(int slot) {
            int from = slot + 1;
            if (from == SLOTS) {
                return -1;
            }
            int word = from >> 6;
            long bits = filled[word] & -1L << from;
            while (bits == 0) {
                if (++word == filled.length) {
                    return -1;
                }
                bits = filled[word];
            }
            return (word << 6) + Long.numberOfTrailingZeros(bits);
        }
    }
}
