package peerlab.engine.protocol;

import java.util.List;
import java.util.Map;

/**
 * What a scenario's {@code cache} says to the peers of a protocol that have caches.
 *
 * @param parameters what can be set
 * @param judge what else is wrong with values that are allowed one by one
 */
public record CacheTerms(List<Parameter> parameters, Judge judge) {

    /** Looks at what was given together; of the declared types, without the defaults. */
    @FunctionalInterface
    public interface Judge {
        List<Objection> objections(Map<String, Object> given);
    }
}
