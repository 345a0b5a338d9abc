package peerlab.kademlia;

/**
 * The closest contacts to a point among many. As long as there are places, everybody gets one; then whoever
 * is closer than the farthest takes its place. It looks at each distance once, and at none where all find a
 * place. One object serves all tables of a network, one after the other.
 */
final class Selection {

    private final Directory directory;
    private Key target;
    private int[] chosen = {};
    private long[] distances = {};
    private int from;
    private int end;
    private int last;
    private boolean isFull;

    Selection(Directory directory) {
        this.directory = directory;
    }

    /** Begins with an array of which the places from an index on are free. */
    void open(Key point, int[] contacts, int first) {
        target = point;
        chosen = contacts;
        from = first;
        end = first;
        isFull = false;
    }

    /** The index behind the last place that is taken. */
    int end() {
        return end;
    }

    void offer(int contact) {
        if (end < chosen.length) {
            chosen[end++] = contact;
            return;
        }
        if (!isFull) {
            compareAll();
        }
        long distance = distance(contact);
        if (distance < distances[last] || distance == distances[last] && isCloser(contact, chosen[last])) {
            chosen[last] = contact;
            distances[last] = distance;
            bringFarthestToEnd();
        }
    }

    private void compareAll() {
        isFull = true;
        last = end - 1;
        if (distances.length <= last) {
            distances = new long[end];
        }
        for (int i = from; i <= last; i++) {
            distances[i] = distance(chosen[i]);
        }
        bringFarthestToEnd();
    }

    private void bringFarthestToEnd() {
        int farthest = last;
        long most = distances[last];
        for (int i = from; i < last; i++) {
            long distance = distances[i];
            if (distance > most || distance == most && isCloser(chosen[farthest], chosen[i])) {
                farthest = i;
                most = distance;
            }
        }
        int contact = chosen[farthest];
        chosen[farthest] = chosen[last];
        chosen[last] = contact;
        distances[farthest] = distances[last];
        distances[last] = most;
    }

    /** The first 64 bits of a distance; as distances are unsigned, their order is that of flipped signs. */
    private long distance(int contact) {
        return directory.high(contact) ^ target.high() ^ Long.MIN_VALUE;
    }

    private boolean isCloser(int first, int second) {
        return directory.compareDistances(target, first, second) < 0;
    }
}
