package peerlab.dsl.groovy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import peerlab.dsl.grammar.Value;
import peerlab.dsl.value.Quantity;

/** A computed value as text, the way it stands in a name or a message. */
final class Shown {

    private Shown() {
    }

    static String of(Object value) {
        if (value == null) {
            return "nothing";
        } else if (value instanceof Quantity quantity) {
            return quantity.text();
        } else if (value instanceof Value.Written written) {
            return written.text();
        } else if (value instanceof List<?> list) {
            return list.stream().limit(20).map(Shown::of).collect(Collectors.joining(", ", "[", "]"));
        } else if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream().limit(20).map(e -> e.getKey() + ": " + of(e.getValue()))
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return value.toString();
    }
}
