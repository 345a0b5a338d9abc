package peerlab.engine.kernel;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * A binary heap of events by (time, sequence), for the few that are scheduled into the slot being emptied.
 */
final class EventHeap {

    private Event[] items = new Event[64];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    Event peek() {
        return items[0];
    }

    void add(Event event) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
        }
        int hole = size++;
        while (hole > 0) {
            int parent = hole - 1 >> 1;
            if (!event.isBefore(items[parent])) {
                break;
            }
            items[hole] = items[parent];
            hole = parent;
        }
        items[hole] = event;
    }

    Event poll() {
        Event first = items[0];
        Event last = items[--size];
        items[size] = null;
        if (size > 0) {
            sink(last);
        }
        return first;
    }

    void forEach(Consumer<Event> visitor) {
        for (int i = 0; i < size; i++) {
            visitor.accept(items[i]);
        }
    }

    private void sink(Event event) {
        int hole = 0;
        int half = size >> 1;
        while (hole < half) {
            int child = 2 * hole + 1;
            if (child + 1 < size && items[child + 1].isBefore(items[child])) {
                child++;
            }
            if (event.isBefore(items[child])) {
                break;
            }
            items[hole] = items[child];
            hole = child;
        }
        items[hole] = event;
    }
}
