package peerlab.engine.network;

import peerlab.engine.base.Distribution;
import peerlab.engine.base.RandomSource;
import peerlab.engine.base.Ratio;

/** Some messages, chosen by chance, take a detour, and those that were sent after them arrive before. */
public final class ReorderRule implements LinkRule {

    private final double chance;
    private final Distribution by;
    private final long choiceKey;
    private final long delayKey;

    public ReorderRule(Ratio chance, Distribution by, RandomSource stream) {
        this.chance = chance.value();
        this.by = by;
        this.choiceKey = stream.key();
        this.delayKey = stream.stream("by").key();
    }

    @Override
    public void shape(Transmission message) {
        if (message.chance(choiceKey) < chance) {
            message.delayBy(by.sampleNanos(message.random(delayKey)));
        }
    }
}
