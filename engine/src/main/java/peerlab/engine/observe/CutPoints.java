package peerlab.engine.observe;

import java.util.Arrays;

/**
 * Finds the articulation points of a graph by depth-first search (Hopcroft and Tarjan, Algorithm 447, CACM
 * 1973), with a stack of its own: a chain of peers is as deep as it is long.
 */
final class CutPoints {

    private static final int NOBODY = -1;

    private final int[] starts;
    private final int[] neighbours;
    private final int[] found;
    private final int[] low;
    private final int[] parent;
    private final int[] next;
    private final boolean[] isCut;
    private int clock;

    CutPoints(int[] starts, int[] neighbours) {
        int size = starts.length - 1;
        this.starts = starts;
        this.neighbours = neighbours;
        this.found = new int[size];
        this.low = new int[size];
        this.parent = new int[size];
        this.next = Arrays.copyOf(starts, size);
        this.isCut = new boolean[size];
    }

    boolean[] find() {
        for (int root = 0; root < found.length; root++) {
            if (found[root] == 0) {
                explore(root);
            }
        }
        return isCut;
    }

    private void explore(int root) {
        int children = 0;
        enter(root, NOBODY);
        int at = root;
        while (at != NOBODY) {
            if (next[at] < starts[at + 1]) {
                int to = neighbours[next[at]++];
                if (found[to] == 0) {
                    children += at == root ? 1 : 0;
                    enter(to, at);
                    at = to;
                } else if (to != parent[at]) {
                    low[at] = Math.min(low[at], found[to]);
                }
            } else {
                leave(at, root);
                at = parent[at];
            }
        }
        isCut[root] = children > 1;
    }

    private void enter(int vertex, int from) {
        clock++;
        found[vertex] = clock;
        low[vertex] = clock;
        parent[vertex] = from;
    }

    private void leave(int vertex, int root) {
        int above = parent[vertex];
        if (above != NOBODY) {
            low[above] = Math.min(low[above], low[vertex]);
            isCut[above] |= above != root && low[vertex] >= found[above];
        }
    }
}
