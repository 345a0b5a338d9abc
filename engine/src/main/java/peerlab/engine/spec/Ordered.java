package peerlab.engine.spec;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps values as a scenario holds them: maps in the order in which they were written, plain numbers. */
final class Ordered {

    private Ordered() {
    }

    static <V> Map<String, V> copy(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** A whole number as a {@code Long}, any other as a {@code Double}, everything else as it is. */
    static Object plain(Object value) {
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        } else if (value instanceof Float || value instanceof BigDecimal) {
            return ((Number) value).doubleValue();
        }
        return value instanceof CharSequence text ? text.toString() : value;
    }
}
