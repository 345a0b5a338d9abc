package peerlab.cache.policy;

/** Entries one behind another: they come in at the front, and the last has been there the longest. */
final class Chain {

    static final int NONE = -1;

    private final Links links;
    private int first = NONE;
    private int last = NONE;
    private int count;

    Chain() {
        this(new Links());
    }

    /** One of several that pass entries to each other. */
    Chain(Links links) {
        this.links = links;
    }

    int first() {
        return first;
    }

    int last() {
        return last;
    }

    int count() {
        return count;
    }

    boolean isEmpty() {
        return first == NONE;
    }

    /** The neighbour of an entry towards the front. */
    int before(int entry) {
        return links.before[entry];
    }

    /** The neighbour of an entry towards the end. */
    int behind(int entry) {
        return links.behind[entry];
    }

    void addFirst(int entry) {
        links.reach(entry);
        links.before[entry] = NONE;
        links.behind[entry] = first;
        if (first == NONE) {
            last = entry;
        } else {
            links.before[first] = entry;
        }
        first = entry;
        count++;
    }

    void addLast(int entry) {
        if (last == NONE) {
            addFirst(entry);
            return;
        }
        links.reach(entry);
        links.before[entry] = last;
        links.behind[entry] = NONE;
        links.behind[last] = entry;
        last = entry;
        count++;
    }

    /** Puts an entry right before another one that is here. */
    void addBefore(int entry, int other) {
        int before = links.before[other];
        if (before == NONE) {
            addFirst(entry);
            return;
        }
        links.reach(entry);
        links.before[entry] = before;
        links.behind[entry] = other;
        links.behind[before] = entry;
        links.before[other] = entry;
        count++;
    }

    void remove(int entry) {
        int before = links.before[entry];
        int behind = links.behind[entry];
        if (before == NONE) {
            first = behind;
        } else {
            links.behind[before] = behind;
        }
        if (behind == NONE) {
            last = before;
        } else {
            links.before[behind] = before;
        }
        count--;
    }

    void moveToFirst(int entry) {
        if (entry != first) {
            remove(entry);
            addFirst(entry);
        }
    }
}
