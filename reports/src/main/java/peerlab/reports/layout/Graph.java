package peerlab.reports.layout;

import java.util.Arrays;

/** Who is joined to whom, as arrays: the neighbours of a peer lie beside each other. */
public final class Graph {

    final int size;
    final int[] from;
    final int[] to;
    private final int[] begin;
    private final int[] neighbours;

    /**
     * Peers from 0 to a size.
     *
     * @param from where each edge begins
     * @param to where it ends
     */
    public Graph(int size, int[] from, int[] to) {
        this.size = size;
        this.from = from.clone();
        this.to = to.clone();
        this.begin = new int[size + 1];
        this.neighbours = new int[from.length * 2];
        for (int i = 0; i < from.length; i++) {
            begin[from[i] + 1]++;
            begin[to[i] + 1]++;
        }
        for (int i = 0; i < size; i++) {
            begin[i + 1] += begin[i];
        }
        int[] next = begin.clone();
        for (int i = 0; i < from.length; i++) {
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
        Arrays.fill(distance, -1);
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
