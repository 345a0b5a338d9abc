package peerlab.engine.check;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/**
 * Folds the numbers of all peers into one as a tree of pairs, so that one changed number costs a path to the
 * root. The result depends on the numbers alone, never on the order in which they changed.
 */
final class Tournament {

    private final DoubleBinaryOperator fold;
    private final double neutral;
    private final int leaves;
    private final double[] nodes;

    Tournament(int count, DoubleBinaryOperator fold, double neutral) {
        this.fold = fold;
        this.neutral = neutral;
        this.leaves = Integer.highestOneBit(Math.max(1, count - 1)) << 1;
        this.nodes = new double[2 * leaves];
        Arrays.fill(nodes, neutral);
    }

    /** Sets one number; NaN takes it out. */
    void set(int index, double value) {
        int node = leaves + index;
        nodes[node] = Double.isNaN(value) ? neutral : value;
        for (node >>= 1; node > 0; node >>= 1) {
            nodes[node] = fold.applyAsDouble(nodes[2 * node], nodes[2 * node + 1]);
        }
    }

    double result() {
        return nodes[1];
    }
}
