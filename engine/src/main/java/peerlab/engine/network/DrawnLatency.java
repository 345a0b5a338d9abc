package peerlab.engine.network;

import peerlab.engine.base.Distribution;
import peerlab.engine.base.RandomSource;

/** Each message draws its time from one law. */
public final class DrawnLatency implements LatencyModel {

    private final Distribution law;
    private final long key;

    public DrawnLatency(Distribution law, RandomSource stream) {
        this.law = law;
        this.key = stream.key();
    }

    @Override
    public long nanos(Transmission message) {
        return message.sample(law, key);
    }
}
