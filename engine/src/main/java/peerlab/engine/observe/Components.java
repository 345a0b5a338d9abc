package peerlab.engine.observe;

import java.util.Arrays;

/**
 * The parts of a graph that do not reach each other.
 *
 * @param largest the members of the largest; of equally large ones, the first
 */
record Components(int count, int[] largest) {

    static Components of(int[] starts, int[] neighbours) {
        int size = starts.length - 1;
        boolean[] isReached = new boolean[size];
        int[] queue = new int[size];
        int[] largest = {};
        int count = 0;
        int end = 0;
        for (int root = 0; root < size; root++) {
            if (isReached[root]) {
                continue;
            }
            count++;
            int begin = end;
            isReached[root] = true;
            queue[end++] = root;
            for (int at = begin; at < end; at++) {
                for (int i = starts[queue[at]]; i < starts[queue[at] + 1]; i++) {
                    if (!isReached[neighbours[i]]) {
                        isReached[neighbours[i]] = true;
                        queue[end++] = neighbours[i];
                    }
                }
            }
            if (end - begin > largest.length) {
                largest = Arrays.copyOfRange(queue, begin, end);
            }
        }
        return new Components(count, largest);
    }
}
