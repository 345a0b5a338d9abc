package peerlab.engine.network;

import peerlab.engine.base.RandomSource;
import peerlab.engine.base.Span;

/**
 * Peers lie on a plane, and a message takes the time that its way is long. Most ways are short where many
 * lie together; the long ones lead to those who lie apart.
 */
public final class PlaneLatency implements LatencyModel {

    private final double[] x;
    private final double[] y;

    /**
     * Puts each peer into the inner or the outer of two normal distributions around one centre.
     *
     * @param inner the chance to be in the inner one
     * @param near the deviation of its coordinates
     * @param far that of the outer one
     */
    public PlaneLatency(int peers, double inner, Span near, Span far, RandomSource stream) {
        this.x = new double[peers];
        this.y = new double[peers];
        for (int peer = 0; peer < peers; peer++) {
            RandomSource place = stream.stream("place", peer);
            long deviation = (place.nextChance(inner) ? near : far).nanos();
            x[peer] = deviation * place.nextNormal();
            y[peer] = deviation * place.nextNormal();
        }
    }

    @Override
    public long nanos(Transmission message) {
        int from = message.from().index();
        int to = message.to().index();
        double dx = x[from] - x[to];
        double dy = y[from] - y[to];
        return StrictMath.round(StrictMath.sqrt(dx * dx + dy * dy));
    }
}
