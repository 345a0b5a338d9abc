package peerlab.dsl.grammar;

import java.util.Map;
import java.util.Optional;

/**
 * The values that a statement was given, read and checked, by the names of their slots. Which type stands
 * under which name follows from the slot's {@link ValueKind}.
 */
public record Given(Map<String, Object> values) {

    /** The value of a slot that is required. */
    public <T> T get(String slot, Class<T> type) {
        return find(slot, type)
                .orElseThrow(() -> new IllegalStateException("'" + slot + "' was not given: "
                        + values.keySet()));
    }

    /** The value of a slot, where there is one. */
    public <T> Optional<T> find(String slot, Class<T> type) {
        return Optional.ofNullable(values.get(slot)).map(type::cast);
    }
}
