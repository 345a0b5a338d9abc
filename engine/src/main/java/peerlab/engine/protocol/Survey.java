package peerlab.engine.protocol;

import java.util.function.ToDoubleFunction;

/**
 * A metric that only a look at all peers together can give, such as the share of known contacts that are
 * down: it changes for a peer when something happens to another. It is taken when somebody reads it, so it
 * costs a pass over the population each time; what one peer can tell alone is a {@link Gauge}.
 */
public record Survey(MetricSpec metric, ToDoubleFunction<Population> reading) {
}
