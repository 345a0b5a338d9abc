package peerlab.engine.spec;

import java.util.Optional;

import peerlab.engine.base.Ratio;
import peerlab.engine.base.Span;

/**
 * Messages that never arrive.
 *
 * @param share of all messages
 * @param bursts the mean length of a bad time, outside of which nothing is lost; each message by itself
 *     where absent
 * @param within the share that is lost in a bad time; all of it where absent
 */
public record LossSpec(Ratio share, Optional<Span> bursts, Optional<Ratio> within) {

    public static final LossSpec NONE = new LossSpec(Ratio.NONE);

    /** Each message by itself. */
    public LossSpec(Ratio share) {
        this(share, Optional.empty(), Optional.empty());
    }

    /** How much of the time is bad. */
    public double badShare() {
        return share.value() / within.orElse(Ratio.ALL).value();
    }

    @Override
    public String toString() {
        return share + bursts.map(length -> " in bursts of " + length).orElse("")
                + within.map(lost -> " losing " + lost).orElse("");
    }
}
