package peerlab.engine.protocol;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;

/**
 * Changes one value inside a record, as a mistake of transmission that no checksum notices: a bit of a
 * number, a character of a text, another peer, another constant. The rest stays, and what comes out is a
 * record of the same class whose own checks have let it pass.
 */
final class Alteration {

    private static final int LETTERS = 26;
    private static final int LEAST_BITS = 8;
    private static final int MANTISSA_BITS = 52;
    private static final int MOST_DEPTH = 8;

    private final List<PeerId> members;
    private final RandomSource random;

    /** @param members the peers that a name can be changed to */
    Alteration(List<PeerId> members, RandomSource random) {
        this.members = members;
        this.random = random;
    }

    /** The message with one of its values changed; empty where none of them can be. */
    Optional<Message> of(Message message) {
        return message instanceof Record whole
                ? altered(whole, 0).map(Message.class::cast) : Optional.empty();
    }

    private Optional<Object> altered(Object value, int depth) {
        if (value == null || depth > MOST_DEPTH) {
            return Optional.empty();
        } else if (value instanceof PeerId peer) {
            return another(peer, members);
        } else if (value instanceof Record whole) {
            return altered(whole, depth);
        } else if (value instanceof Enum<?> constant) {
            return another(constant, List.of(constant.getDeclaringClass().getEnumConstants()));
        } else if (value instanceof String text) {
            return altered(text);
        } else if (value instanceof Boolean truth) {
            return Optional.of(!truth);
        } else if (value instanceof Character letter) {
            return Optional.of((char) (letter ^ 1));
        } else if (value instanceof Number number) {
            return altered(number);
        }
        return alteredPart(value, depth);
    }

    private Optional<Object> alteredPart(Object value, int depth) {
        if (value instanceof Optional<?> optional) {
            return optional.isEmpty() ? Optional.empty()
                    : Optional.of(altered(optional.get(), depth + 1));
        } else if (value instanceof List<?> list) {
            return alteredItem(list, depth, List::copyOf);
        } else if (value instanceof Set<?> set) {
            return alteredItem(RecordFields.inOrder(set), depth,
                    items -> set instanceof SortedSet ? new TreeSet<>(items) : new LinkedHashSet<>(items));
        } else if (value instanceof Map<?, ?> map) {
            return alteredEntry(map, depth);
        } else if (value.getClass().isArray()) {
            return alteredArray(value, depth);
        }
        return Optional.empty();
    }

    /** The components are tried in an order that is drawn, until one can be changed. */
    private Optional<Object> altered(Record whole, int depth) {
        RecordComponent[] components = whole.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = RecordFields.read(components[i], whole);
        }
        for (int i : order(components.length)) {
            Optional<Object> changed = altered(values[i], depth + 1);
            if (changed.isPresent()) {
                Object[] others = values.clone();
                others[i] = changed.get();
                Optional<Object> made = made(whole.getClass(), types, others);
                if (made.isPresent() && !made.get().equals(whole)) {
                    return made;
                }
            }
        }
        return Optional.empty();
    }

    /** Empty where the record does not take these values. */
    private static Optional<Object> made(Class<?> type, Class<?>[] types, Object[] values) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return Optional.of(constructor.newInstance(values));
        } catch (InvocationTargetException | IllegalArgumentException refused) {
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + type.getName(), e);
        }
    }

    private int[] order(int count) {
        int[] order = new int[count];
        Arrays.setAll(order, i -> i);
        random.sample(order, count, count);
        return order;
    }

    private <T> Optional<Object> another(T present, List<? extends T> all) {
        int at = all.indexOf(present);
        if (all.size() < 2 || at < 0) {
            return Optional.empty();
        }
        return Optional.of(all.get((at + 1 + random.nextInt(all.size() - 1)) % all.size()));
    }

    private Optional<Object> altered(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder changed = new StringBuilder(text);
        int at = random.nextInt(text.length());
        char letter = (char) ('a' + random.nextInt(LETTERS));
        changed.setCharAt(at, letter == text.charAt(at) ? (char) ('a' + (letter - 'a' + 1) % LETTERS)
                : letter);
        return Optional.of(changed.toString());
    }

    /** A bit of those that the number uses: what is small stays small. */
    private Optional<Object> altered(Number number) {
        if (number instanceof Double decimal) {
            return Optional.of(Double.longBitsToDouble(
                    Double.doubleToRawLongBits(decimal) ^ 1L << random.nextInt(MANTISSA_BITS)));
        }
        boolean isWhole = number instanceof Long || number instanceof Integer || number instanceof Short
                || number instanceof Byte;
        if (!isWhole) {
            return Optional.empty();
        }
        long value = number.longValue();
        int used = Long.SIZE - Long.numberOfLeadingZeros(value < 0 ? ~value : value);
        int most = number instanceof Byte ? Byte.SIZE - 1 : LEAST_BITS;
        long changed = value ^ 1L << random.nextInt(Math.max(most, used));
        if (number instanceof Long) {
            return Optional.of(changed);
        } else if (number instanceof Integer) {
            return Optional.of((int) changed);
        }
        return Optional.of(number instanceof Short ? (Object) (short) changed : (Object) (byte) changed);
    }

    private Optional<Object> alteredItem(
            Iterable<?> items, int depth, Function<List<Object>, Object> maker) {
        List<Object> all = new ArrayList<>();
        items.forEach(all::add);
        for (int i : order(all.size())) {
            Optional<Object> changed = altered(all.get(i), depth + 1);
            if (changed.isPresent()) {
                all.set(i, changed.get());
                return Optional.of(maker.apply(all));
            }
        }
        return Optional.empty();
    }

    private Optional<Object> alteredEntry(Map<?, ?> map, int depth) {
        List<Map.Entry<?, ?>> entries = new ArrayList<>(RecordFields.inOrder(map));
        for (int i : order(entries.size())) {
            Optional<Object> changed = altered(entries.get(i).getValue(), depth + 1);
            if (changed.isPresent()) {
                Map<Object, Object> copy = map instanceof SortedMap ? new TreeMap<>() : new LinkedHashMap<>();
                entries.forEach(entry -> copy.put(entry.getKey(), entry.getValue()));
                copy.put(entries.get(i).getKey(), changed.get());
                return Optional.of(copy);
            }
        }
        return Optional.empty();
    }

    private Optional<Object> alteredArray(Object array, int depth) {
        int length = Array.getLength(array);
        for (int i : order(length)) {
            Optional<Object> changed = altered(Array.get(array, i), depth + 1);
            if (changed.isPresent()) {
                Object copy = Array.newInstance(array.getClass().getComponentType(), length);
                System.arraycopy(array, 0, copy, 0, length);
                Array.set(copy, i, changed.get());
                return Optional.of(copy);
            }
        }
        return Optional.empty();
    }
}
