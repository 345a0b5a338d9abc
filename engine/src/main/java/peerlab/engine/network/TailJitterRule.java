package peerlab.engine.network;

import peerlab.engine.base.RandomSource;
import peerlab.engine.base.Ratio;
import peerlab.engine.base.Span;

/** Every message takes longer, by a draw from a generalised Pareto law that is cut off at a quantile. */
public final class TailJitterRule implements LinkRule {

    private final double factor;
    private final double shape;
    private final double upTo;
    private final long key;

    /**
     * @param shape larger than 0
     * @param upTo the quantile where it is cut off, less than all of it
     */
    public TailJitterRule(Span scale, double shape, Ratio upTo, RandomSource stream) {
        this.factor = scale.nanos() / shape;
        this.shape = shape;
        this.upTo = upTo.value();
        this.key = stream.key();
    }

    @Override
    public void shape(Transmission message) {
        double quantile = upTo * message.chance(key);
        message.delayBy(StrictMath.round(factor * (StrictMath.pow(1 - quantile, -shape) - 1)));
    }
}
