package peerlab.cache.trace;

import peerlab.engine.base.RandomSource;

/** Draws from a few or many outcomes of given weights, in constant time (Walker 1977, Vose 1991). */
final class AliasTable {

    private final double[] keeps;
    private final int[] others;

    /** @param weights what share each outcome has, up to a factor */
    AliasTable(double[] weights) {
        int n = weights.length;
        keeps = new double[n];
        others = new int[n];
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        int[] queue = new int[n];
        int small = 0;
        int large = n;
        for (int i = 0; i < n; i++) {
            keeps[i] = weights[i] * n / sum;
            others[i] = i;
            queue[keeps[i] < 1 ? small++ : --large] = i;
        }
        int next = 0;
        while (next < small && large < n) {
            int poor = queue[next++];
            int rich = queue[large];
            others[poor] = rich;
            keeps[rich] -= 1 - keeps[poor];
            if (keeps[rich] < 1) {
                queue[small++] = rich;
                large++;
            }
        }
        for (int i = next; i < small; i++) {
            keeps[queue[i]] = 1;
        }
    }

    int draw(RandomSource random) {
        int column = random.nextInt(keeps.length);
        return random.nextDouble() < keeps[column] ? column : others[column];
    }
}
