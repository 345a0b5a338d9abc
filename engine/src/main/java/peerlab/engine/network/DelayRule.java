package peerlab.engine.network;

import peerlab.engine.base.Distribution;
import peerlab.engine.base.RandomSource;

/** Every message takes longer, by a time drawn from one law. */
public final class DelayRule implements LinkRule {

    private final Distribution by;
    private final long key;

    public DelayRule(Distribution by, RandomSource stream) {
        this.by = by;
        this.key = stream.key();
    }

    @Override
    public void shape(Transmission message) {
        message.delayBy(message.sample(by, key));
    }
}
