package peerlab.engine.workload;

import java.util.function.IntToDoubleFunction;

import peerlab.engine.base.RandomSource;

/** Draws a position in proportion to its weight, by bisecting the sums. */
final class Weights {

    private final double[] sums;

    Weights(int count, IntToDoubleFunction weight) {
        sums = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += weight.applyAsDouble(i);
            sums[i] = sum;
        }
    }

    int count() {
        return sums.length;
    }

    int draw(RandomSource random) {
        double target = random.nextDouble() * sums[sums.length - 1];
        int low = 0;
        int high = sums.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sums[middle] > target) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
