package peerlab.flood;

import java.util.Arrays;
import java.util.List;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;

/**
 * Draws an undirected, connected graph in which each peer has at least a given number of neighbours, or
 * all others where they are fewer, and hardly any peer has more: random cycles through all peers, laid on
 * top of each other.
 */
final class Neighbourhood {

    private final int size;
    private final int degree;
    private final RandomSource random;
    private final int[][] links;
    private final int[] counts;

    Neighbourhood(int size, int degree, RandomSource random) {
        this.size = size;
        this.degree = Math.min(degree, size - 1);
        this.random = random;
        this.links = new int[size][degree];
        this.counts = new int[size];
        draw();
    }

    /** The neighbours of each peer, in the order of being drawn. */
    PeerId[][] of(List<PeerId> peers) {
        PeerId[][] named = new PeerId[size][];
        for (int i = 0; i < size; i++) {
            named[i] = new PeerId[counts[i]];
            for (int j = 0; j < counts[i]; j++) {
                named[i][j] = peers.get(links[i][j]);
            }
        }
        return named;
    }

    private void draw() {
        int[] order = new int[size];
        Arrays.setAll(order, i -> i);
        for (int cycle = 0; cycle < degree / 2 || cycle == 0; cycle++) {
            random.sample(order, size, size);
            for (int i = 0; i < size; i++) {
                link(order[i], order[(i + 1) % size]);
            }
        }
        for (int i = 0; i < size; i++) {
            complete(i);
        }
    }

    /** Where cycles shared a link, or the degree is odd, the missing ones are drawn one by one. */
    private void complete(int peer) {
        while (counts[peer] < degree) {
            int candidate = random.nextInt(size);
            while (!canLink(peer, candidate)) {
                candidate = (candidate + 1) % size;
            }
            link(peer, candidate);
        }
    }

    private boolean canLink(int a, int b) {
        if (a == b) {
            return false;
        }
        for (int i = 0; i < counts[a]; i++) {
            if (links[a][i] == b) {
                return false;
            }
        }
        return true;
    }

    private void link(int a, int b) {
        if (canLink(a, b)) {
            append(a, b);
            append(b, a);
        }
    }

    private void append(int peer, int neighbour) {
        if (counts[peer] == links[peer].length) {
            links[peer] = Arrays.copyOf(links[peer], 2 * links[peer].length);
        }
        links[peer][counts[peer]++] = neighbour;
    }
}
