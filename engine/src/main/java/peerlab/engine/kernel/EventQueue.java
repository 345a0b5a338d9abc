package peerlab.engine.kernel;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Pending events in exact order of (time, sequence), built for very many of them.
 *
 * <p>A hierarchy of calendars (after Varghese and Lauck 1987): {@value #SLOTS} slots of about a millisecond,
 * then as many slots of a whole lower calendar each, and so on. An event is put into the slot of the lowest
 * calendar that can tell it from the present; when the present reaches a slot, its events move one calendar
 * down. Only the slot that is reached on the lowest calendar is put in order, by a stable sort on the time
 * within it, because its events arrived in the order of their sequence. What is scheduled into that slot
 * while it is being emptied, or before it, waits in a binary heap beside it.
 *
 * <p>Adding costs a few instructions whatever the number of pending events. No event is compared with another
 * before its slot comes, and until then its object is not touched again. From then on it is memory that
 * costs: so events are looked at, and taken out of their blocks, several at a time, and the processor waits
 * for them together.
 */
public final class EventQueue {

    private static final int SLOT_BITS = 12;
    private static final int SLOTS = 1 << SLOT_BITS;
    private static final int SLOT_MASK = SLOTS - 1;
    /** The width of a slot on the lowest calendar: 2^20 ns, about a millisecond. */
    private static final int WIDTH_BITS = 20;
    private static final long WIDTH_MASK = (1L << WIDTH_BITS) - 1;
    /** So many events are approached together. */
    private static final int ABREAST = 16;
    /** Enough for all of a positive long: 20 + 4 * 12 bits. */
    private static final int LEVELS = 4;

    private final EventBlocks blocks = new EventBlocks();
    private final Calendar[] calendars = new Calendar[LEVELS];
    private final SlotOrder order = new SlotOrder(WIDTH_MASK);
    private final EventHeap late = new EventHeap();
    /** The slot of the lowest calendar that is being emptied, counted from time 0. */
    private long present;
    /** The events of the present slot, of which so many were there and so many are gone. */
    private int run;
    private int runSize;
    private int runNext;
    /** Those of them that are next, by their rank modulo the size, and the rank after the last of them. */
    private final Event[] near = new Event[ABREAST];
    private int nearEnd;
    private int approachedWhat;
    private int size;

    public EventQueue() {
        Arrays.setAll(calendars, level -> new Calendar(SLOTS));
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
            calendars[0].add((int) slot & SLOT_MASK, event, blocks);
        } else {
            int level = (63 - Long.numberOfLeadingZeros(difference)) / SLOT_BITS;
            calendars[level].add((int) (slot >> level * SLOT_BITS) & SLOT_MASK, event, blocks);
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
        Event first = near[runNext & ABREAST - 1];
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
        Event first = near[runNext & ABREAST - 1];
        if (!late.isEmpty() && late.peek().isBefore(first)) {
            return late.poll();
        }
        near[runNext & ABREAST - 1] = null;
        if (++runNext == nearEnd) {
            approach();
        }
        return first;
    }

    /** Shows every pending event, in no particular order. */
    void forEach(Consumer<Event> visitor) {
        for (int rank = runNext; rank < nearEnd; rank++) {
            visitor.accept(near[rank & ABREAST - 1]);
        }
        for (int rank = nearEnd; rank < runSize; rank++) {
            visitor.accept(blocks.at(order.position(rank)));
        }
        late.forEach(visitor);
        for (Calendar calendar : calendars) {
            for (int slot = calendar.nextAfter(-1); slot >= 0; slot = calendar.nextAfter(slot)) {
                blocks.forEach(calendar.chain(slot), visitor);
            }
        }
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
                blocks.drain(calendars[level].take(next), this::place);
                return !late.isEmpty();
            }
        }
        throw new IllegalStateException(size + " events are counted but in no calendar");
    }

    private void load(int chain) {
        if (runSize > 0) {
            blocks.release(run);
        }
        run = chain;
        runSize = order.sort(blocks, chain);
        runNext = 0;
        nearEnd = 0;
        approach();
    }

    private void approach() {
        int end = Math.min(runSize, nearEnd + ABREAST);
        int what = 0;
        for (int rank = nearEnd; rank < end; rank++) {
            Event event = blocks.take(order.position(rank));
            near[rank & ABREAST - 1] = event;
            what += (int) event.time;
        }
        for (int step = 0; step < Event.STEPS; step++) {
            for (int rank = nearEnd; rank < end; rank++) {
                what += near[rank & ABREAST - 1].approach(step);
            }
        }
        approachedWhat += what;
        nearEnd = end;
    }
}
