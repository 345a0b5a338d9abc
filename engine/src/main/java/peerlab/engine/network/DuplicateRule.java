package peerlab.engine.network;

import peerlab.engine.base.Distribution;
import peerlab.engine.base.RandomSource;
import peerlab.engine.base.Ratio;

/** Of some messages, chosen by chance, a copy arrives as well, some time after the message itself. */
public final class DuplicateRule implements LinkRule {

    private final Chance chance;
    private final Distribution by;
    private final long delayKey;

    public DuplicateRule(Ratio chance, Distribution by, RandomSource stream) {
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
            message.duplicate(message.sample(by, delayKey));
        }
    }
}
