package peerlab.engine.network;

import peerlab.engine.base.Distribution;
import peerlab.engine.base.RandomSource;
import peerlab.engine.base.Ratio;

/** Of some messages, chosen by chance, a copy arrives as well, some time after the message itself. */
public final class DuplicateRule implements LinkRule {

    private final double chance;
    private final Distribution by;
    private final long choiceKey;
    private final long delayKey;

    public DuplicateRule(Ratio chance, Distribution by, RandomSource stream) {
        this.chance = chance.value();
        this.by = by;
        this.choiceKey = stream.key();
        this.delayKey = stream.stream("by").key();
    }

    @Override
    public void shape(Transmission message) {
        if (message.chance(choiceKey) < chance) {
            message.duplicate(by.sampleNanos(message.random(delayKey)));
        }
    }
}
