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
 * before its slot comes, and until then its object is not touched again.
 */
public final class EventQueue {

    private static final int SLOT_BITS = 12;
    private static final int SLOTS = 1 << SLOT_BITS;
    private static final int SLOT_MASK = SLOTS - 1;
    /** The width of a slot on the lowest calendar: 2^20 ns, about a millisecond. */
    private static final int WIDTH_BITS = 20;
    private static final long WIDTH_MASK = (1L << WIDTH_BITS) - 1;
    /** So many events are approached together. */
    private static final int ABREAST = 8;
    /** Enough for all of a positive long: 20 + 4 * 12 bits. */
    private static final int LEVELS = 4;

    private final Calendar[] calendars = new Calendar[LEVELS];
    private final SlotOrder order = new SlotOrder(WIDTH_MASK);
    private final EventHeap late = new EventHeap();
    /** The slot of the lowest calendar that is being emptied, counted from time 0. */
    private long present;
    private Slot run = new Slot();
    private int runNext;
    private int approached;
    private int approachedWhat;
    private Slot spare;
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
        if (runNext == run.size && late.isEmpty() && !advance()) {
            return null;
        }
        if (runNext == run.size) {
            return late.peek();
        }
        Event first = run.events[order.position(runNext)];
        return !late.isEmpty() && late.peek().isBefore(first) ? late.peek() : first;
    }

    /** Takes the first event; null where none is pending. */
    Event poll() {
        if (runNext == run.size && late.isEmpty() && !advance()) {
            return null;
        }
        size--;
        if (runNext == run.size) {
            return late.poll();
        }
        int position = order.position(runNext);
        Event first = run.events[position];
        if (!late.isEmpty() && late.peek().isBefore(first)) {
            return late.poll();
        }
        run.events[position] = null;
        if (++runNext == approached) {
            approach();
        }
        return first;
    }

    /** Shows every pending event, in no particular order. */
    void forEach(Consumer<Event> visitor) {
        for (int i = runNext; i < run.size; i++) {
            visitor.accept(run.events[order.position(i)]);
        }
        late.forEach(visitor);
        for (Calendar calendar : calendars) {
            calendar.forEach(visitor);
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
                Slot slot = calendars[level].take(next);
                for (int i = 0; i < slot.size; i++) {
                    Event event = slot.events[i];
                    slot.events[i] = null;
                    place(event);
                }
                release(slot);
                return !late.isEmpty();
            }
        }
        throw new IllegalStateException(size + " events are counted but in no calendar");
    }

    private void load(Slot slot) {
        release(run);
        run = slot;
        runNext = 0;
        order.sort(slot.events, slot.size);
        approached = 0;
        approach();
    }

    private void approach() {
        int end = Math.min(run.size, approached + ABREAST);
        int what = 0;
        for (int rank = approached; rank < end; rank++) {
            what += run.events[order.position(rank)].approach();
        }
        approachedWhat += what;
        approached = end;
    }

    /** Keeps the arrays of an emptied slot for the next slot that is begun. */
    private void release(Slot slot) {
        slot.size = 0;
        slot.nextSpare = spare;
        spare = slot;
    }

    private Slot obtain() {
        Slot slot = spare;
        if (slot == null) {
            return new Slot();
        }
        spare = slot.nextSpare;
        slot.nextSpare = null;
        return slot;
    }

    /** Events in the order of their sequence. */
    private static final class Slot {

        private Event[] events = new Event[8];
        private int size;
        private Slot nextSpare;

        void add(Event event) {
            if (size == events.length) {
                events = Arrays.copyOf(events, size * 2);
            }
            events[size++] = event;
        }
    }

    /** One calendar: slots, and a bit for each that is not empty. */
    private final class Calendar {

        private final Slot[] slots = new Slot[SLOTS];
        private final long[] filled = new long[SLOTS / Long.SIZE];

        void add(int index, Event event) {
            Slot slot = slots[index];
            if (slot == null) {
                slot = obtain();
                slots[index] = slot;
                filled[index >> 6] |= 1L << index;
            }
            slot.add(event);
        }

        Slot take(int index) {
            Slot slot = slots[index];
            slots[index] = null;
            filled[index >> 6] &= ~(1L << index);
            return slot;
        }

        void forEach(Consumer<Event> visitor) {
            for (Slot slot : slots) {
                for (int i = 0; slot != null && i < slot.size; i++) {
                    visitor.accept(slot.events[i]);
                }
            }
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
