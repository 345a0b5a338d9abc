package peerlab.engine.observe;

/**
 * The shortest paths between all pairs of a connected part of a graph. Sixty-four searches go breadth first
 * at once, a bit each (Then et al., The More the Merrier: Efficient Multi-Source Graph Traversal, VLDB 2014).
 *
 * @param mean over all pairs; NaN without one
 */
record Distances(int longest, double mean) {

    static Distances within(int[] members, int[] starts, int[] neighbours) {
        long[] seen = new long[starts.length - 1];
        long[] frontier = new long[seen.length];
        long[] next = new long[seen.length];
        long pairs = 0;
        long total = 0;
        int longest = 0;
        for (int first = 0; first < members.length; first += Long.SIZE) {
            for (int member : members) {
                seen[member] = 0;
                frontier[member] = 0;
            }
            for (int i = first; i < Math.min(members.length, first + Long.SIZE); i++) {
                seen[members[i]] = 1L << i - first;
                frontier[members[i]] = 1L << i - first;
            }
            int depth = 0;
            long reached = -1;
            while (reached != 0) {
                depth++;
                reached = advance(members, starts, neighbours, seen, frontier, next);
                pairs += reached;
                total += reached * depth;
                longest = reached > 0 ? Math.max(longest, depth) : longest;
                long[] emptied = frontier;
                frontier = next;
                next = emptied;
            }
        }
        return new Distances(longest, pairs == 0 ? Double.NaN : (double) total / pairs);
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
