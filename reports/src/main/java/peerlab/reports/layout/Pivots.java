package peerlab.reports.layout;

import java.util.Arrays;

/**
 * First places for the peers of a network, from the distances to a few of them: PivotMDS (Brandes and Pich,
 * Eigensolver Methods for Progressive Multidimensional Scaling of Large Data, Graph Drawing 2006).
 */
final class Pivots {

    private static final int MOST_PIVOTS = 24;
    private static final int ROUNDS = 30;

    private final Graph graph;
    private final int pivots;
    private final double[][] centred;

    Pivots(Graph graph) {
        this.graph = graph;
        this.pivots = Math.min(MOST_PIVOTS, graph.size);
        this.centred = centred();
    }

    /** Where each peer lies in the direction in which they differ most, and in the next. */
    double[][] places() {
        double[][] product = new double[pivots][pivots];
        for (int a = 0; a < pivots; a++) {
            for (int b = 0; b <= a; b++) {
                double sum = 0;
                for (int i = 0; i < graph.size; i++) {
                    sum += centred[a][i] * centred[b][i];
                }
                product[a][b] = sum;
                product[b][a] = sum;
            }
        }
        double[] first = direction(product, null);
        return new double[][] {project(first), project(direction(product, first))};
    }

    /** Squared distances to pivots, each as far from the others as can be, with all means taken out. */
    private double[][] centred() {
        int size = graph.size;
        double[][] squares = new double[pivots][];
        int[] nearest = new int[size];
        Arrays.fill(nearest, Integer.MAX_VALUE);
        int pivot = 0;
        for (int p = 0; p < pivots; p++) {
            int[] distance = graph.distances(pivot);
            int farthest = 0;
            for (int d : distance) {
                farthest = Math.max(farthest, d);
            }
            squares[p] = new double[size];
            int next = 0;
            for (int i = 0; i < size; i++) {
                int d = distance[i] < 0 ? farthest + 2 : distance[i];
                squares[p][i] = (double) d * d;
                nearest[i] = Math.min(nearest[i], d);
                next = nearest[i] > nearest[next] ? i : next;
            }
            pivot = next;
        }
        centre(squares);
        return squares;
    }

    private void centre(double[][] squares) {
        int size = graph.size;
        double[] ofPeer = new double[size];
        double all = 0;
        for (double[] row : squares) {
            double sum = 0;
            for (int i = 0; i < size; i++) {
                sum += row[i];
                ofPeer[i] += row[i] / pivots;
            }
            for (int i = 0; i < size; i++) {
                row[i] -= sum / size;
            }
            all += sum / size / pivots;
        }
        for (double[] row : squares) {
            for (int i = 0; i < size; i++) {
                row[i] = -0.5 * (row[i] - ofPeer[i] + all);
            }
        }
    }

    /** The main direction of a product by powers; with another, the main one at right angles to it. */
    private double[] direction(double[][] product, double[] other) {
        double[] vector = new double[pivots];
        for (int i = 0; i < pivots; i++) {
            vector[i] = 1.0 / (i + 1) + (other != null && i % 2 == 0 ? 1 : 0);
        }
        for (int round = 0; round < ROUNDS; round++) {
            double[] next = new double[pivots];
            double along = 0;
            for (int a = 0; a < pivots; a++) {
                for (int b = 0; b < pivots; b++) {
                    next[a] += product[a][b] * vector[b];
                }
                along += other == null ? 0 : next[a] * other[a];
            }
            double length = 0;
            for (int a = 0; a < pivots; a++) {
                next[a] -= other == null ? 0 : along * other[a];
                length += next[a] * next[a];
            }
            if (length == 0) {
                return vector;
            }
            for (int a = 0; a < pivots; a++) {
                vector[a] = next[a] / Math.sqrt(length);
            }
        }
        return vector;
    }

    private double[] project(double[] direction) {
        double[] places = new double[graph.size];
        for (int p = 0; p < pivots; p++) {
            for (int i = 0; i < graph.size; i++) {
                places[i] += centred[p][i] * direction[p];
            }
        }
        return places;
    }
}
