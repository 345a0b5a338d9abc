package peerlab.engine.spec;

import peerlab.engine.base.Ratio;

/**
 * Messages that change on their way.
 *
 * @param chance for each message
 * @param isDelivered whether the receiver takes it for what was sent; else it notices and drops it
 */
public record CorruptSpec(Ratio chance, boolean isDelivered) {

    public static final CorruptSpec NEVER = new CorruptSpec(Ratio.NONE, false);

    public boolean isPossible() {
        return chance.value() > 0;
    }

    @Override
    public String toString() {
        return chance + (isDelivered ? " delivered" : "");
    }
}
