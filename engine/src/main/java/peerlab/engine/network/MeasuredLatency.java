package peerlab.engine.network;

import peerlab.engine.base.LatencyMatrix;
import peerlab.engine.base.RandomSource;

/**
 * As somebody measured it between real places. Each peer is given a row of the matrix, by chance: no two the
 * same while there are rows left, and when there are none, all of them once more. Two peers with one row are
 * as far apart as that place and its nearest neighbour.
 */
public final class MeasuredLatency implements LatencyModel {

    private static final long MICRO = 1_000;

    private final LatencyMatrix matrix;
    private final int[] rows;
    private final int[] nearest;

    /** @param peers how many peers the run has */
    public MeasuredLatency(LatencyMatrix matrix, int peers, RandomSource stream) {
        this.matrix = matrix;
        this.rows = new int[peers];
        this.nearest = new int[matrix.size()];
        int[] deck = new int[matrix.size()];
        for (int row = 0; row < deck.length; row++) {
            deck[row] = row;
            nearest[row] = matrix.nearest(row);
        }
        for (int dealt = 0; dealt < peers; dealt += deck.length) {
            int hand = Math.min(deck.length, peers - dealt);
            stream.sample(deck, deck.length, hand);
            System.arraycopy(deck, 0, rows, dealt, hand);
        }
    }

    @Override
    public long nanos(Transmission message) {
        int from = rows[message.from().index()];
        int to = rows[message.to().index()];
        return MICRO * (from == to ? nearest[from] : matrix.micros(from, to));
    }
}
