package peerlab.engine.peer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import peerlab.engine.protocol.Timer;

/**
 * The running timers of one peer: a hash table with open addressing that allocates nothing until it is used.
 */
final class TimerTable {

    private static final int LEAST = 8;
    private static final TimerEvent[] NONE = {};

    private TimerEvent[] slots = NONE;
    private int size;

    /** Adds a running timer and returns the equal one that it replaces, or null. */
    TimerEvent put(TimerEvent event) {
        if (size * 2 >= slots.length) {
            grow();
        }
        int slot = find(event.timer());
        TimerEvent before = slots[slot];
        slots[slot] = event;
        if (before == null) {
            size++;
        }
        return before;
    }

    /** Takes away the running timer that equals this one, or returns null. */
    TimerEvent remove(Timer timer) {
        if (size == 0) {
            return null;
        }
        int slot = find(timer);
        TimerEvent removed = slots[slot];
        if (removed != null) {
            size--;
            close(slot);
        }
        return removed;
    }

    /** Those that are running, in the order in which they are due. */
    List<TimerEvent> running() {
        List<TimerEvent> running = new ArrayList<>(size);
        for (TimerEvent event : slots) {
            if (event != null) {
                running.add(event);
            }
        }
        running.sort(Comparator.comparingLong(TimerEvent::time).thenComparingLong(TimerEvent::sequence));
        return running;
    }

    /** Cancels them all. */
    void cancelAll() {
        for (TimerEvent event : slots) {
            if (event != null) {
                event.cancel();
            }
        }
        slots = NONE;
        size = 0;
    }

    private int find(Timer timer) {
        int mask = slots.length - 1;
        int slot = spread(timer) & mask;
        while (slots[slot] != null && !slots[slot].timer().equals(timer)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** Fills the gap at a slot with what was pushed past it. */
    private void close(int gap) {
        int mask = slots.length - 1;
        int hole = gap;
        int slot = gap + 1 & mask;
        while (slots[slot] != null) {
            int home = spread(slots[slot].timer()) & mask;
            if ((slot - home & mask) >= (slot - hole & mask)) {
                slots[hole] = slots[slot];
                hole = slot;
            }
            slot = slot + 1 & mask;
        }
        slots[hole] = null;
    }

    private void grow() {
        TimerEvent[] before = slots;
        slots = new TimerEvent[Math.max(LEAST, before.length * 2)];
        for (TimerEvent event : before) {
            if (event != null) {
                slots[find(event.timer())] = event;
            }
        }
    }

    /** The order of slots decides nothing but speed, so any hash will do. */
    private static int spread(Timer timer) {
        int hash = timer.hashCode() * 0x9e3779b9;
        return hash ^ hash >>> 16;
    }
}
