package peerlab.reports.page;

/** Who is joined to whom, as arrays: the neighbours of a peer lie beside each other. */
final class Graph {

    final int size;
    final int[] from;
    final int[] to;
    private final int[] begin;
    private final int[] neighbours;

    /** @param edges as {@link Snapshot} has them */
    Graph(int size, long[] edges) {
        this.size = size;
        this.from = new int[edges.length];
        this.to = new int[edges.length];
        this.begin = new int[size + 1];
        this.neighbours = new int[edges.length * 2];
        for (int i = 0; i < edges.length; i++) {
            from[i] = Snapshot.from(edges[i]);
            to[i] = Snapshot.to(edges[i]);
            begin[from[i] + 1]++;
            begin[to[i] + 1]++;
        }
        for (int i = 0; i < size; i++) {
            begin[i + 1] += begin[i];
        }
        int[] next = begin.clone();
        for (int i = 0; i < edges.length; i++) {
            neighbours[next[from[i]]++] = to[i];
            neighbours[next[to[i]]++] = from[i];
        }
    }

    int degree(int peer) {
        return begin[peer + 1] - begin[peer];
    }

    /** How many steps each peer is from one; -1 where no way leads. */
    int[] distances(int origin) {
        int[] distance = new int[size];
        java.util.Arrays.fill(distance, -1);
        int[] queue = new int[size];
        int filled = 1;
        queue[0] = origin;
        distance[origin] = 0;
        for (int at = 0; at < filled; at++) {
            int peer = queue[at];
            for (int i = begin[peer]; i < begin[peer + 1]; i++) {
                int neighbour = neighbours[i];
                if (distance[neighbour] < 0) {
                    distance[neighbour] = distance[peer] + 1;
                    queue[filled++] = neighbour;
                }
            }
        }
        return distance;
    }
}
