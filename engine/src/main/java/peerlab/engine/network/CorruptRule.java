package peerlab.engine.network;

import peerlab.engine.base.RandomSource;
import peerlab.engine.base.Ratio;

/** Some messages, chosen by chance, change on their way. */
public final class CorruptRule implements LinkRule {

    private final double chance;
    private final boolean isDelivered;
    private final long key;

    /** @param isDelivered whether the receiver takes it for what was sent; else it notices and drops it */
    public CorruptRule(Ratio chance, boolean isDelivered, RandomSource stream) {
        this.chance = chance.value();
        this.isDelivered = isDelivered;
        this.key = stream.key();
    }

    @Override
    public void shape(Transmission message) {
        if (message.chance(key) < chance) {
            message.corrupt(isDelivered);
        }
    }
}
