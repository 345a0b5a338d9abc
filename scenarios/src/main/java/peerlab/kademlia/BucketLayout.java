package peerlab.kademlia;

import java.util.Arrays;

/**
 * How the buckets of a table lie in one array of ints, behind a few words that the table keeps for itself:
 * for each bucket a header, up to k contacts, the least recently seen first, and the cache of those who would
 * take the place of one that is gone (sections 2.2 and 4.1). So all that a message needs of a bucket is found
 * side by side, and a table of two hundred contacts is one object.
 *
 * <p>A contact is kept as its number with its failures in a row in the bits above, the cache as a ring. All
 * zeros is an empty bucket. One layout serves all tables with the same k; it is told the array and where in
 * it a bucket begins.
 */
final class BucketLayout {

    /**
     * From so many unanswered requests in a row on, a contact without a successor is kept but not used
     * (4.1).
     */
    static final int STALE = 5;

    /** So many words at the front are the table's own. */
    static final int FRONT = 4;

    private static final int MOST_SPARES = 8;

    // The header of a bucket: how many contacts, how many spares and where the next goes; whom a ping is
    // under way to, and when the last was sent, both plus one so that zero is nobody and never.
    private static final int COUNTS = 0;
    private static final int PROBED = 1;
    private static final int PROBED_AT = 2;
    private static final int FIRST = 4;

    private static final int SIZE_BITS = 9;
    private static final int SIZE_MASK = (1 << SIZE_BITS) - 1;
    private static final int SPARE_BITS = 4;
    private static final int SPARE_MASK = (1 << SPARE_BITS) - 1;

    private static final int NUMBER_MASK = Directory.MOST - 1;
    private static final int FAILURE = Directory.MOST;
    private static final int FAILURE_SHIFT = Integer.numberOfTrailingZeros(FAILURE);

    private final int k;
    private final long probe;
    private final int mostSpares;
    private final int width;

    /**
     * @param k the most contacts of a bucket
     * @param probe a full bucket asks for a ping at most once in so many nanoseconds
     */
    BucketLayout(int k, long probe) {
        this.k = k;
        this.probe = probe;
        this.mostSpares = Math.min(k, MOST_SPARES);
        this.width = FIRST + k + mostSpares;
    }

    /** The most contacts of a bucket. */
    int k() {
        return k;
    }

    /** An array with room for so many buckets, and with what the first buckets of another hold. */
    int[] withRoom(int[] words, int buckets) {
        return Arrays.copyOf(words, FRONT + buckets * width);
    }

    /** For how many buckets an array has room. */
    int room(int[] words) {
        return (words.length - FRONT) / width;
    }

    /** Where a bucket begins. */
    int at(int bucket) {
        return FRONT + bucket * width;
    }

    int size(int[] words, int at) {
        return words[at] & SIZE_MASK;
    }

    int get(int[] words, int at, int index) {
        return words[at + FIRST + index] & NUMBER_MASK;
    }

    /** All contacts of the bucket. */
    int[] contacts(int[] words, int at) {
        int[] contacts = new int[size(words, at)];
        Arrays.setAll(contacts, i -> get(words, at, i));
        return contacts;
    }

    boolean isStale(int[] words, int at, int index) {
        return words[at + FIRST + index] >>> FAILURE_SHIFT >= STALE;
    }

    /** Reads the header and the contacts, ahead of {@link #indexOf}. */
    int approach(int[] words, int at) {
        return words[at] + words[at + FIRST + k / 2] + words[at + FIRST + k];
    }

    int indexOf(int[] words, int at, int contact) {
        int first = at + FIRST;
        int end = first + size(words, at);
        for (int i = first; i < end; i++) {
            if ((words[i] & NUMBER_MASK) == contact) {
                return i - first;
            }
        }
        return -1;
    }

    /** A contact of the bucket was heard from: it becomes the most recently seen. */
    void touch(int[] words, int at, int index) {
        int contact = get(words, at, index);
        putLast(words, at, index, contact);
        forgetProbe(words, at, contact);
    }

    void append(int[] words, int at, int contact) {
        words[at + FIRST + size(words, at)] = contact;
        words[at + COUNTS]++;
    }

    /** Begins a bucket with contacts that are all known to be alive at time zero. */
    void begin(int[] words, int at, int[] contacts, int from, int count) {
        System.arraycopy(contacts, from, words, at + FIRST, count);
        words[at + COUNTS] = count;
        setProbedAt(words, at, 0);
    }

    void clear(int[] words, int at) {
        Arrays.fill(words, at, at + width, 0);
    }

    /**
     * Whom to ping for a newcomer: the least recently seen, where no ping is under way or was within the
     * span.
     */
    int probe(int[] words, int at, long now) {
        long last = probedAt(words, at);
        if (words[at + PROBED] != 0 || last >= 0 && now - last < probe) {
            return Directory.NOBODY;
        }
        int oldest = get(words, at, 0);
        words[at + PROBED] = oldest + 1;
        setProbedAt(words, at, now);
        return oldest;
    }

    /** Replaces a silent contact by the spare seen last; without one, only counts the failure. */
    boolean fail(int[] words, int at, int index) {
        forgetProbe(words, at, get(words, at, index));
        int successor = takeSpare(words, at);
        if (successor == Directory.NOBODY) {
            if (!isStale(words, at, index)) {
                words[at + FIRST + index] += FAILURE;
            }
            return false;
        }
        putLast(words, at, index, successor);
        return true;
    }

    /**
     * Remembers somebody for whom there is no place, as the one to take the next that becomes free. A
     * contact seen often stands in the cache often: to look for it each time would cost more than the
     * rest of a message.
     */
    void spare(int[] words, int at, int contact) {
        int next = nextSpare(words, at);
        words[at + FIRST + k + next] = contact;
        setSpares(words, at, Math.min(spareCount(words, at) + 1, mostSpares),
                next + 1 == mostSpares ? 0 : next + 1);
    }

    /** Takes a contact that is silent out of the cache. */
    void forgetSpare(int[] words, int at, int contact) {
        int ring = at + FIRST + k;
        int count = spareCount(words, at);
        for (int age = 1; age <= count; age++) {
            int place = ring + Math.floorMod(nextSpare(words, at) - age, mostSpares);
            if (words[place] == contact) {
                words[place] = Directory.NOBODY;
            }
        }
    }

    /** Who stands ready, the most recently seen first, each once. */
    int[] spares(int[] words, int at) {
        int[] ready = new int[mostSpares];
        int found = 0;
        for (int age = 1; age <= spareCount(words, at); age++) {
            int spare = words[at + FIRST + k + Math.floorMod(nextSpare(words, at) - age, mostSpares)];
            boolean isKnown = spare == Directory.NOBODY || indexOf(words, at, spare) >= 0;
            for (int i = 0; i < found; i++) {
                isKnown |= ready[i] == spare;
            }
            if (!isKnown) {
                ready[found++] = spare;
            }
        }
        return Arrays.copyOf(ready, found);
    }

    private int takeSpare(int[] words, int at) {
        int count = spareCount(words, at);
        int next = nextSpare(words, at);
        int taken = Directory.NOBODY;
        while (count > 0 && taken == Directory.NOBODY) {
            next = next == 0 ? mostSpares - 1 : next - 1;
            count--;
            int spare = words[at + FIRST + k + next];
            if (spare != Directory.NOBODY && indexOf(words, at, spare) < 0) {
                taken = spare;
            }
        }
        setSpares(words, at, count, next);
        return taken;
    }

    /** Takes one contact out and puts another, or the same, behind all that are left. */
    private void putLast(int[] words, int at, int index, int contact) {
        int gap = at + FIRST + index;
        int last = at + FIRST + size(words, at) - 1;
        System.arraycopy(words, gap + 1, words, gap, last - gap);
        words[last] = contact;
    }

    private void forgetProbe(int[] words, int at, int contact) {
        if (words[at + PROBED] == contact + 1) {
            words[at + PROBED] = 0;
        }
    }

    /** When the last ping was sent; -1 for never. */
    private static long probedAt(int[] words, int at) {
        long low = words[at + PROBED_AT] & 0xffff_ffffL;
        return (low | (long) words[at + PROBED_AT + 1] << Integer.SIZE) - 1;
    }

    private static void setProbedAt(int[] words, int at, long now) {
        words[at + PROBED_AT] = (int) (now + 1);
        words[at + PROBED_AT + 1] = (int) (now + 1 >>> Integer.SIZE);
    }

    private static int spareCount(int[] words, int at) {
        return words[at + COUNTS] >>> SIZE_BITS & SPARE_MASK;
    }

    private static int nextSpare(int[] words, int at) {
        return words[at + COUNTS] >>> SIZE_BITS + SPARE_BITS;
    }

    private static void setSpares(int[] words, int at, int count, int next) {
        words[at + COUNTS] = words[at + COUNTS] & SIZE_MASK
                | count << SIZE_BITS | next << SIZE_BITS + SPARE_BITS;
    }
}
