package peerlab.engine.network;

import peerlab.engine.base.RandomSource;
import peerlab.engine.base.Ratio;

/** Some messages, chosen by chance, change on their way. */
public final class CorruptRule implements LinkRule {

    private final Chance chance;
    private final boolean isDelivered;

    /** @param isDelivered whether the receiver takes it for what was sent; else it notices and drops it */
    public CorruptRule(Ratio chance, boolean isDelivered, RandomSource stream) {
        this.chance = Chance.of(chance, stream.key());
        this.isDelivered = isDelivered;
    }

    @Override
    public Chance chance() {
        return chance;
    }

    @Override
    public void shape(Transmission message) {
        if (chance.touches(message)) {
            message.corrupt(isDelivered);
        }
    }
}
