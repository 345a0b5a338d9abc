package peerlab.engine.kernel;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Room for the pending events: one array, dealt out in blocks of {@value #SIZE}. Blocks are linked to chains,
 * one for what waits in a slot of a calendar, and go back when their slot is emptied. So nothing is allocated
 * or copied while a slot fills, and the place where the next event goes is at hand in an int.
 *
 * <p>A chain is named by its end: the position after its last event. 0 is a chain without events.
 */
final class EventBlocks {

    private static final int BITS = 5;
    private static final int SIZE = 1 << BITS;
    private static final int MASK = SIZE - 1;
    private static final int NONE = -1;

    private Event[] events = new Event[SIZE * SIZE];
    /** The block that follows in the same chain, for its last block the first; or the next free one. */
    private int[] following = new int[SIZE];
    private int free = NONE;
    private int used;

    /** Appends to a chain, and returns its new end. */
    int append(int chain, Event event) {
        int position = (chain & MASK) == 0 ? lengthen(chain) : chain;
        events[position] = event;
        return position + 1;
    }

    /** The event at a position. */
    Event at(int position) {
        return events[position];
    }

    /** Empties a position, and returns the event that was there. */
    Event take(int position) {
        Event event = events[position];
        events[position] = null;
        return event;
    }

    int firstBlock(int chain) {
        return following[lastBlock(chain)];
    }

    int nextBlock(int block) {
        return following[block];
    }

    boolean isLast(int block, int chain) {
        return block == lastBlock(chain);
    }

    /** The position of the first event of a block. */
    int begin(int block) {
        return block << BITS;
    }

    /** The position after the last event that a block of the given chain holds. */
    int end(int block, int chain) {
        return isLast(block, chain) ? chain : begin(block + 1);
    }

    /** The most events that a block holds. */
    int blockSize() {
        return SIZE;
    }

    /** Takes all events of a chain in their order, and gives its blocks back. */
    void drain(int chain, Consumer<Event> to) {
        int block = firstBlock(chain);
        for (boolean isLast = false; !isLast; ) {
            isLast = isLast(block, chain);
            int end = end(block, chain);
            for (int position = begin(block); position < end; position++) {
                to.accept(take(position));
            }
            int emptied = block;
            block = nextBlock(block);
            following[emptied] = free;
            free = emptied;
        }
    }

    /** Shows all events of a chain, none of which has been taken. */
    void forEach(int chain, Consumer<Event> visitor) {
        int block = firstBlock(chain);
        for (boolean isLast = false; !isLast; block = nextBlock(block)) {
            isLast = isLast(block, chain);
            int end = end(block, chain);
            for (int position = begin(block); position < end; position++) {
                visitor.accept(events[position]);
            }
        }
    }

    /** Gives the blocks of a chain back, all of whose events have been taken. */
    void release(int chain) {
        int last = lastBlock(chain);
        int first = following[last];
        following[last] = free;
        free = first;
    }

    private static int lastBlock(int chain) {
        return chain - 1 >> BITS;
    }

    /** Adds a block to a chain whose last one is full, and returns its first position. */
    private int lengthen(int chain) {
        int block = obtain();
        if (chain == 0) {
            following[block] = block;
        } else {
            int last = lastBlock(chain);
            following[block] = following[last];
            following[last] = block;
        }
        return begin(block);
    }

    private int obtain() {
        if (free != NONE) {
            int block = free;
            free = following[block];
            return block;
        }
        if (used == following.length) {
            following = Arrays.copyOf(following, used * 2);
            events = Arrays.copyOf(events, events.length * 2);
        }
        return used++;
    }
}
