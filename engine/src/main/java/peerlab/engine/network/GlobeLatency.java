package peerlab.engine.network;

import peerlab.engine.base.RandomSource;
import peerlab.engine.base.Span;

/**
 * Peers lie anywhere on the globe with equal chance, and a message takes a time for each mile of the great
 * circle between two of them.
 */
public final class GlobeLatency implements LatencyModel {

    /** The mean radius of the earth, 6,371.0088 km (International Union of Geodesy and Geophysics). */
    public static final double RADIUS_MILES = 3958.761333;

    private final double[] x;
    private final double[] y;
    private final double[] z;
    private final long least;
    private final double nanosPerRadian;

    /**
     * @param least the time for no distance at all
     * @param perThousandMiles what a thousand miles add
     */
    public GlobeLatency(int peers, Span least, Span perThousandMiles, RandomSource stream) {
        this.x = new double[peers];
        this.y = new double[peers];
        this.z = new double[peers];
        this.least = least.nanos();
        this.nanosPerRadian = perThousandMiles.nanos() * RADIUS_MILES / 1000;
        for (int peer = 0; peer < peers; peer++) {
            RandomSource place = stream.stream("place", peer);
            // Archimedes: slices of a sphere that are equally thick have equal surfaces
            z[peer] = 2 * place.nextDouble() - 1;
            double longitude = 2 * StrictMath.PI * place.nextDouble();
            double radius = StrictMath.sqrt(1 - z[peer] * z[peer]);
            x[peer] = radius * StrictMath.cos(longitude);
            y[peer] = radius * StrictMath.sin(longitude);
        }
    }

    @Override
    public long nanos(Transmission message) {
        int from = message.from().index();
        int to = message.to().index();
        double cosine = x[from] * x[to] + y[from] * y[to] + z[from] * z[to];
        double angle = StrictMath.acos(Math.max(-1, Math.min(1, cosine)));
        return least + StrictMath.round(angle * nanosPerRadian);
    }
}
