package peerlab.engine.observe;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a student's code hands out, as plain values for files: null, {@code Boolean}, {@code Long},
 * {@code Double}, {@code String}, lists of these, and maps by name.
 *
 * <p>The same value gives the same text in each run: maps and sets come in the order of their text, since
 * their own order may change from one start of Java to the next, and an object without a text of its own is
 * called by its class, never by its address.
 */
public final class PlainValues {

    /** How deep values may lie within values; what is deeper is cut off. */
    public static final int MAX_DEPTH = 16;

    private static final String TOO_DEEP = "...";

    private PlainValues() {
    }

    public static Object of(Object value) {
        return of(value, 0);
    }

    private static Object of(Object value, int depth) {
        if (value == null || value instanceof Boolean || value instanceof String || value instanceof Long) {
            return value;
        }
        if (depth > MAX_DEPTH) {
            return TOO_DEEP;
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof Optional<?> optional) {
            return of(optional.orElse(null), depth);
        }
        if (value instanceof Map<?, ?> map) {
            TreeMap<String, Object> plain = new TreeMap<>();
            map.forEach((key, item) -> plain.put(String.valueOf(of(key, depth + 1)), of(item, depth + 1)));
            return plain;
        }
        if (value instanceof Collection<?> items) {
            return list(items, depth);
        }
        if (value instanceof Object[] items) {
            return list(Arrays.asList(items), depth);
        }
        if (value instanceof byte[] bytes) {
            return java.util.HexFormat.of().formatHex(bytes);
        }
        boolean isBaseValue = value.getClass().getPackageName().equals("peerlab.engine.base");
        return value instanceof Record record && !isBaseValue ? components(record, depth) : text(value);
    }

    private static Object number(Number number) {
        if (number instanceof Double || number instanceof Float) {
            return number.doubleValue();
        }
        boolean isWhole = number instanceof Integer || number instanceof Short || number instanceof Byte
                || number instanceof AtomicInteger || number instanceof AtomicLong;
        return isWhole ? (Object) number.longValue() : number.toString();
    }

    private static List<Object> list(Collection<?> items, int depth) {
        List<Object> plain = new ArrayList<>(items.size());
        items.forEach(item -> plain.add(of(item, depth + 1)));
        boolean hasOrder = !(items instanceof Set) || items instanceof SortedSet
                || items instanceof LinkedHashSet;
        if (!hasOrder) {
            plain.sort(Comparator.comparing(String::valueOf));
        }
        return plain;
    }

    private static Object components(Record record, int depth) {
        Map<String, Object> plain = new java.util.LinkedHashMap<>();
        try {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                component.getAccessor().setAccessible(true);
                plain.put(component.getName(), of(component.getAccessor().invoke(record), depth + 1));
            }
            return plain;
        } catch (ReflectiveOperationException | RuntimeException e) {
            return record.getClass().getSimpleName();
        }
    }

    private static String text(Object value) {
        try {
            boolean hasText = value.getClass().getMethod("toString").getDeclaringClass() != Object.class;
            String text = hasText ? value.toString() : null;
            return text == null ? value.getClass().getSimpleName() : text;
        } catch (ReflectiveOperationException | RuntimeException | StackOverflowError e) {
            return value.getClass().getSimpleName();
        }
    }
}
