package peerlab.engine.network;

import peerlab.engine.base.Distribution;
import peerlab.engine.base.RandomSource;

/** Every message takes a time drawn from one distribution. */
public final class LatencyRule implements LinkRule {

    private final Distribution latency;
    private final long key;

    public LatencyRule(Distribution latency, RandomSource stream) {
        this.latency = latency;
        this.key = stream.key();
    }

    @Override
    public void shape(Transmission message) {
        message.delayBy(latency.sampleNanos(message.random(key)));
    }
}
