package peerlab.engine.network;

import peerlab.engine.base.Distribution;
import peerlab.engine.base.RandomSource;
import peerlab.engine.base.Ratio;

/** Some messages, chosen by chance, take a detour, and those that were sent after them arrive before. */
public final class ReorderRule implements LinkRule {

    private final Chance chance;
    private final Distribution by;
    private final long delayKey;

    public ReorderRule(Ratio chance, Distribution by, RandomSource stream) {
        this.chance = Chance.of(chance, stream.key());
        this.by = by;
        this.delayKey = stream.stream("by").key();
    }

    @Override
    public Chance chance() {
        return chance;
    }

    @Override
    public void shape(Transmission message) {
        if (chance.touches(message)) {
            message.delayBy(message.sample(by, delayKey));
        }
    }
}
