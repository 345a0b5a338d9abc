package peerlab.engine.network;

import peerlab.engine.base.RandomSource;
import peerlab.engine.base.Ratio;

/** Every message is lost with the same probability, independently of all others. */
public final class LossRule implements LinkRule {

    private final double probability;
    private final long key;

    public LossRule(Ratio probability, RandomSource stream) {
        this.probability = probability.value();
        this.key = stream.key();
    }

    @Override
    public void shape(Transmission message) {
        if (message.chance(key) < probability) {
            message.drop("loss");
        }
    }
}
