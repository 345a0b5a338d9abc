package peerlab.reports.layout;

import java.util.Arrays;

/**
 * Places for the peers of a network such that those who know each other lie near and no two on one spot:
 * springs along edges, repulsion among neighbours in the plane (Fruchterman and Reingold, Graph Drawing by
 * Force-directed Placement, 1991, with their grid), begun from {@link Pivots}. The same network gives the
 * same places.
 */
public final class ForceLayout {

    private static final int ROUNDS_OF_SMALL = 60;
    private static final int ROUNDS_OF_LARGE = 16;
    private static final int LARGE = 3_000;
    /** How many neighbours of a spot push at most; beyond, they do not differ to the eye. */
    private static final int MOST_PUSHING = 24;
    private static final double NEAREST = 1e-9;

    private final Graph graph;
    private final double ideal;
    private final double[] x;
    private final double[] y;
    private final double[] pushX;
    private final double[] pushY;
    private int cells;
    private int[] firstOfCell = new int[0];
    private final int[] nextInCell;

    private ForceLayout(Graph graph) {
        this.graph = graph;
        this.ideal = 1 / Math.sqrt(Math.max(1, graph.size));
        double[][] places = new Pivots(graph).places();
        this.x = spread(places[0]);
        this.y = spread(places[1]);
        this.pushX = new double[graph.size];
        this.pushY = new double[graph.size];
        this.nextInCell = new int[graph.size];
    }

    /** A place in the unit square for each peer: all first coordinates, then all second ones. */
    public static double[][] of(Graph graph) {
        if (graph.size == 0) {
            return new double[][] {{}, {}};
        }
        ForceLayout layout = new ForceLayout(graph);
        int rounds = graph.size > LARGE ? ROUNDS_OF_LARGE : ROUNDS_OF_SMALL;
        for (int round = 0; round < rounds; round++) {
            layout.round(0.06 * (rounds - round) / rounds);
        }
        return new double[][] {spread(layout.x), spread(layout.y)};
    }

    /** Into the unit interval by halves: value and rank, so that outliers do not crowd all others. */
    private static double[] spread(double[] values) {
        int size = values.length;
        double least = Arrays.stream(values).min().orElse(0);
        double most = Arrays.stream(values).max().orElse(0);
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] places = new double[size];
        for (int i = 0; i < size; i++) {
            int rank = Arrays.binarySearch(sorted, values[i]);
            double byRank = size == 1 ? 0.5 : (double) rank / (size - 1);
            double byValue = most - least < NEAREST ? 0.5 : (values[i] - least) / (most - least);
            // a little of the peer's own number keeps equal values apart
            double own = ((i * 0x9E3779B97F4A7C15L) >>> 40) / (double) (1 << 24) - 0.5;
            places[i] = most - least < NEAREST ? 0.5 + 0.9 * own
                    : 0.001 + 0.998 * (0.7 * byValue + 0.3 * byRank) + 1e-3 * own;
        }
        return places;
    }

    private void round(double farthest) {
        grid();
        Arrays.fill(pushX, 0);
        Arrays.fill(pushY, 0);
        for (int i = 0; i < graph.size; i++) {
            repel(i);
        }
        for (int e = 0; e < graph.from.length; e++) {
            attract(graph.from[e], graph.to[e]);
        }
        for (int i = 0; i < graph.size; i++) {
            // a light pull to the middle keeps parts that know nothing of each other in the picture
            double dx = pushX[i] + (0.5 - x[i]) * ideal;
            double dy = pushY[i] + (0.5 - y[i]) * ideal;
            double length = Math.max(NEAREST, Math.sqrt(dx * dx + dy * dy));
            double step = Math.min(length, farthest) / length;
            x[i] += dx * step;
            y[i] += dy * step;
        }
    }

    private void attract(int a, int b) {
        double dx = x[a] - x[b];
        double dy = y[a] - y[b];
        double length = Math.sqrt(dx * dx + dy * dy);
        double weight = length / ideal / Math.max(4, Math.min(graph.degree(a), graph.degree(b)));
        pushX[a] -= dx * weight;
        pushY[a] -= dy * weight;
        pushX[b] += dx * weight;
        pushY[b] += dy * weight;
    }

    private void repel(int i) {
        int column = column(x[i]);
        int row = column(y[i]);
        int pushing = 0;
        for (int r = Math.max(0, row - 1); r <= Math.min(cells - 1, row + 1); r++) {
            for (int c = Math.max(0, column - 1); c <= Math.min(cells - 1, column + 1); c++) {
                int first = firstOfCell[r * cells + c];
                for (int j = first; j >= 0 && pushing < MOST_PUSHING; j = nextInCell[j]) {
                    if (j != i) {
                        pushing++;
                        push(i, j);
                    }
                }
            }
        }
    }

    private void push(int i, int j) {
        double dx = x[i] - x[j];
        double dy = y[i] - y[j];
        double square = dx * dx + dy * dy;
        if (square < NEAREST) {
            dx = (i - j) * NEAREST;
            dy = (i % 7 - 3) * NEAREST;
            square = NEAREST;
        }
        double weight = ideal * ideal / square;
        pushX[i] += dx * weight;
        pushY[i] += dy * weight;
    }

    private void grid() {
        cells = (int) Math.max(1, Math.min(512, 1 / (2 * ideal)));
        if (firstOfCell.length != cells * cells) {
            firstOfCell = new int[cells * cells];
        }
        Arrays.fill(firstOfCell, -1);
        for (int i = 0; i < graph.size; i++) {
            int cell = column(y[i]) * cells + column(x[i]);
            nextInCell[i] = firstOfCell[cell];
            firstOfCell[cell] = i;
        }
    }

    private int column(double place) {
        return (int) Math.max(0, Math.min(cells - 1, place * cells));
    }
}
