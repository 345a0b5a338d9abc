package peerlab.engine.network;

import peerlab.engine.base.Distribution;
import peerlab.engine.base.RandomSource;

/** Every message takes the time that a model says. */
public final class LatencyRule implements LinkRule {

    private final LatencyModel model;

    public LatencyRule(LatencyModel model) {
        this.model = model;
    }

    /** Every message takes a time drawn from one law. */
    public LatencyRule(Distribution latency, RandomSource stream) {
        this(new DrawnLatency(latency, stream));
    }

    @Override
    public void shape(Transmission message) {
        message.delayBy(model.nanos(message));
    }
}
