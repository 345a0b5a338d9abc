package peerlab.engine.network;

import peerlab.engine.base.Distribution;
import peerlab.engine.base.RandomSource;

/**
 * Each two peers draw a time from one law and keep it, both ways. It is drawn again for each message, by the
 * same number: nothing is remembered.
 */
public final class KeptLatency implements LatencyModel {

    private final Distribution law;
    private final long key;

    public KeptLatency(Distribution law, RandomSource stream) {
        this.law = law;
        this.key = stream.key();
    }

    @Override
    public long nanos(Transmission message) {
        return law.drawNanos(RandomSource.combine(key, LinkTable.pair(message.from(), message.to())));
    }
}
