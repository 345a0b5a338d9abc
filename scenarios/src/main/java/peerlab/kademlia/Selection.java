package peerlab.kademlia;

/**
 * The closest contacts to a point among many, where all places are taken already: whoever is closer than the
 * farthest takes its place. It looks at each distance once. One object serves all tables of a network, one
 * after the other.
 */
final class Selection {

    private final Directory directory;
    private Key target;
    private int[] chosen = {};
    private long[] distances = {};
    private int from;
    private int last;

    Selection(Directory directory) {
        this.directory = directory;
    }

    /** Begins with contacts of which those from an index on may be displaced. */
    void begin(Key point, int[] contacts, int first) {
        target = point;
        chosen = contacts;
        from = first;
        last = contacts.length - 1;
        if (distances.length <= last) {
            distances = new long[contacts.length];
        }
        for (int i = from; i <= last; i++) {
            distances[i] = distance(chosen[i]);
        }
        bringFarthestToEnd();
    }

    void offer(int contact) {
        long distance = distance(contact);
        if (distance < distances[last] || distance == distances[last] && isCloser(contact, chosen[last])) {
            chosen[last] = contact;
            distances[last] = distance;
            bringFarthestToEnd();
        }
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
