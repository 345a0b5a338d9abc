package peerlab.engine.network;

import peerlab.engine.base.RandomSource;
import peerlab.engine.base.Ratio;

/** Every message is lost with the same probability, independently of all others. */
public final class LossRule implements LinkRule {

    private final Chance chance;

    public LossRule(Ratio probability, RandomSource stream) {
        this.chance = Chance.of(probability, stream.key());
    }

    @Override
    public Chance chance() {
        return chance;
    }

    @Override
    public void shape(Transmission message) {
        if (chance.touches(message)) {
            message.drop("loss");
        }
    }
}
