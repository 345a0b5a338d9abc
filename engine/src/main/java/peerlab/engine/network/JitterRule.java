package peerlab.engine.network;

import peerlab.engine.base.RandomSource;
import peerlab.engine.base.Ratio;

/**
 * Every message takes longer than its latency by the positive half of a bell curve, whose deviation is a
 * share of that latency.
 */
public final class JitterRule implements LinkRule {

    private final double share;
    private final long key;

    public JitterRule(Ratio share, RandomSource stream) {
        this.share = share.value();
        this.key = stream.key();
    }

    @Override
    public void shape(Transmission message) {
        double deviation = Math.abs(message.random(key).nextNormal());
        message.delayBy(StrictMath.round(message.delay() * share * deviation));
    }
}
