package peerlab.engine.protocol;

import java.util.function.ToDoubleFunction;

/**
 * A metric that each peer that is up contributes to. A protocol keeps the contribution at hand: it is asked
 * after every event that touches the peer, while something depends on it.
 */
public record Gauge(MetricSpec metric, Fold fold, ToDoubleFunction<Protocol> contribution) {

    /** How the contributions of all peers become one number. */
    public enum Fold { MAX, MIN, SUM, MEAN }
}
