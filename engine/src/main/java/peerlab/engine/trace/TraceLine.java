package peerlab.engine.trace;

import java.util.Map;
import java.util.Optional;

import peerlab.engine.base.SimTime;

/**
 * A line of a trace, read back.
 *
 * @param number which line of the file, from 1
 * @param kind the word for the kind of event; one that is not known is kept as it is
 * @param values everything else on the line by name, in its order: text, {@code Long}, {@code Double},
 *     {@code Boolean}, null, lists and maps of these
 */
public record TraceLine(long number, SimTime time, String kind, Map<String, Object> values) {

    /** What names the thing that happened; empty for kinds that have none. */
    public Optional<Long> id() {
        return whole("id");
    }

    /** The id of what was being handled; 0 for the timeline. */
    public Optional<Long> cause() {
        return whole("cause");
    }

    public Optional<Long> whole(String name) {
        return Optional.ofNullable(values.get(name)).filter(Long.class::isInstance).map(Long.class::cast);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name))
                .filter(String.class::isInstance).map(String.class::cast);
    }

    /** What a message, timer or step said of itself; empty where it was not recorded. */
    @SuppressWarnings("unchecked")
    public Map<String, Object> fields() {
        return values.get("fields") instanceof Map<?, ?> fields ? (Map<String, Object>) fields : Map.of();
    }
}
