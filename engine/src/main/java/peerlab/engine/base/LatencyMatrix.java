package peerlab.engine.base;

import java.util.Arrays;

/** The latencies between any two of some places, one way, in whole microseconds: a row for each place. */
public final class LatencyMatrix {

    /** The most rows that there may be: King's data set has 1,740, Meridian's 2,500. */
    public static final int MOST_ROWS = 4096;

    private final int size;
    private final int[] micros;

    /** @param micros from the first place to the first, to the second, ..., then from the second */
    public LatencyMatrix(int size, int[] micros) {
        if (size < 1 || size > MOST_ROWS || micros.length != size * size) {
            throw new IllegalArgumentException(
                    size + " rows with " + micros.length + " latencies; at most " + MOST_ROWS
                            + " rows of equal length");
        }
        this.size = size;
        this.micros = micros.clone();
    }

    /** How many places there are. */
    public int size() {
        return size;
    }

    public int micros(int from, int to) {
        return micros[from * size + to];
    }

    /** The shortest way from a place to any other: how far apart two are that share it. */
    public int nearest(int from) {
        int nearest = size == 1 ? micros[0] : Integer.MAX_VALUE;
        for (int to = 0; to < size; to++) {
            if (to != from) {
                nearest = Math.min(nearest, micros(from, to));
            }
        }
        return nearest;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LatencyMatrix that && size == that.size && Arrays.equals(micros, that.micros);
    }

    @Override
    public int hashCode() {
        return 31 * size + Arrays.hashCode(micros);
    }

    @Override
    public String toString() {
        return size + " places";
    }
}
