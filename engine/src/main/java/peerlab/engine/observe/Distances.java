package peerlab.engine.observe;

/**
 * The shortest paths of a connected part of a graph. Sixty-four searches go breadth first at once, a bit
 * each (Then et al., The More the Merrier: Efficient Multi-Source Graph Traversal, VLDB 2014).
 *
 * <p>Up to {@link #MOST_SOURCES} peers they are the paths of all pairs. In a larger part searches begin at
 * that many of them only, taken at even steps: the mean is then an estimate, and the longest a lower bound.
 *
 * @param mean over the pairs; NaN without one
 */
record Distances(int longest, double mean) {

    /** How many searches are made at most: their cost grows with the number of links for each. */
    static final int MOST_SOURCES = 2_048;

    static Distances within(int[] members, int[] starts, int[] neighbours) {
        long[] seen = new long[starts.length - 1];
        long[] frontier = new long[seen.length];
        long[] next = new long[seen.length];
        long pairs = 0;
        long total = 0;
        int longest = 0;
        int[] sources = sources(members);
        for (int first = 0; first < sources.length; first += Long.SIZE) {
            int batch = Math.min(Long.SIZE, sources.length - first);
            for (int member : members) {
                seen[member] = 0;
                frontier[member] = 0;
            }
            for (int i = 0; i < batch; i++) {
                seen[sources[first + i]] = 1L << i;
                frontier[sources[first + i]] = 1L << i;
            }
            long missing = (long) batch * (members.length - 1);
            pairs += missing;
            for (int depth = 1; missing > 0; depth++) {
                long reached = advance(members, starts, neighbours, seen, frontier, next);
                missing -= reached;
                total += reached * depth;
                longest = Math.max(longest, depth);
                long[] emptied = frontier;
                frontier = next;
                next = emptied;
            }
        }
        return new Distances(longest, pairs == 0 ? Double.NaN : (double) total / pairs);
    }

    private static int[] sources(int[] members) {
        if (members.length <= MOST_SOURCES) {
            return members;
        }
        int[] sources = new int[MOST_SOURCES];
        for (int i = 0; i < MOST_SOURCES; i++) {
            sources[i] = members[(int) ((long) i * members.length / MOST_SOURCES)];
        }
        return sources;
    }

    /** One step of all searches: how many pairs it connected. */
    private static long advance(
            int[] members, int[] starts, int[] neighbours, long[] seen, long[] frontier, long[] next) {
        for (int member : members) {
            next[member] = 0;
        }
        for (int member : members) {
            long searches = frontier[member];
            if (searches != 0) {
                for (int i = starts[member]; i < starts[member + 1]; i++) {
                    next[neighbours[i]] |= searches;
                }
            }
        }
        long reached = 0;
        for (int member : members) {
            next[member] &= ~seen[member];
            seen[member] |= next[member];
            reached += Long.bitCount(next[member]);
        }
        return reached;
    }
}
