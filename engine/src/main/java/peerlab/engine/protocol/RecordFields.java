package peerlab.engine.protocol;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

import peerlab.engine.base.Bandwidth;
import peerlab.engine.base.Bytes;
import peerlab.engine.base.PeerId;
import peerlab.engine.base.SimTime;
import peerlab.engine.base.Span;

/** Describes any record by its components, in the order in which they are declared. */
final class RecordFields {

    private static final ClassValue<List<Component>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<Component> computeValue(Class<?> type) {
            if (!type.isRecord()) {
                throw new Misuse(
                        type.getSimpleName()
                                + " is not a record; make it one, or let it implement describe(Fields)");
            }
            return java.util.Arrays.stream(type.getRecordComponents()).map(Component::of).toList();
        }
    };

    private RecordFields() {
    }

    static void describe(Object value, Fields fields) {
        for (Component component : COMPONENTS.get(value.getClass())) {
            put(component.name, component.read(value), fields);
        }
    }

    private static void put(String name, Object value, Fields fields) {
        if (value == null) {
            fields.absent(name);
        } else if (value instanceof PeerId peer) {
            fields.peer(name, peer);
        } else if (value instanceof Double || value instanceof Float) {
            fields.decimal(name, ((Number) value).doubleValue());
        } else if (value instanceof Number number) {
            fields.number(name, number.longValue());
        } else if (value instanceof Boolean truth) {
            fields.truth(name, truth);
        } else if (value instanceof SimTime time) {
            fields.number(name, time.nanos());
        } else if (value instanceof Span span) {
            fields.number(name, span.nanos());
        } else if (value instanceof Bytes bytes) {
            fields.number(name, bytes.count());
        } else if (value instanceof Bandwidth bandwidth) {
            fields.number(name, bandwidth.bitsPerSecond());
        } else if (value instanceof Optional<?> optional) {
            put(name, optional.orElse(null), fields);
        } else {
            putCompound(name, value, fields);
        }
    }

    private static void putCompound(String name, Object value, Fields fields) {
        if (value instanceof Collection<?> items) {
            fields.beginList(name, items.size());
            inOrder(items).forEach(item -> put("", item, fields));
            fields.endList();
        } else if (value instanceof Map<?, ?> map) {
            fields.beginList(name, map.size());
            inOrder(map).forEach(entry -> put(String.valueOf(entry.getKey()), entry.getValue(), fields));
            fields.endList();
        } else if (value instanceof Object[] items) {
            put(name, Arrays.asList(items), fields);
        } else if (value instanceof int[] numbers) {
            put(name, Arrays.stream(numbers).boxed().toList(), fields);
        } else if (value instanceof long[] numbers) {
            put(name, Arrays.stream(numbers).boxed().toList(), fields);
        } else if (value instanceof double[] numbers) {
            put(name, Arrays.stream(numbers).boxed().toList(), fields);
        } else if (value instanceof byte[] bytes) {
            fields.text(name, java.util.HexFormat.of().formatHex(bytes));
        } else if (value.getClass().isRecord()) {
            fields.beginList(name, COMPONENTS.get(value.getClass()).size());
            describe(value, fields);
            fields.endList();
        } else if (hasOwnText(value)) {
            fields.text(name, value.toString());
        } else {
            throw new Misuse(
                    "the field '" + name + "' holds a " + value.getClass().getSimpleName()
                    + ", which has no text that is the same in each run; make it a record");
        }
    }

    /**
     * The order of a hash set may change from one start of Java to the next, the order of its texts does not.
     */
    static Collection<?> inOrder(Collection<?> items) {
        boolean hasOrder = !(items instanceof Set) || items instanceof SortedSet
                || items instanceof LinkedHashSet;
        return hasOrder ? items : items.stream().sorted(Comparator.comparing(String::valueOf)).toList();
    }

    static Collection<? extends Map.Entry<?, ?>> inOrder(Map<?, ?> map) {
        boolean hasOrder = map instanceof SortedMap || map instanceof LinkedHashMap;
        return hasOrder ? map.entrySet()
                : map.entrySet().stream()
                        .sorted(Comparator.comparing(entry -> String.valueOf(entry.getKey()))).toList();
    }

    /** The value of a component of a record. */
    static Object read(RecordComponent component, Object record) {
        return Component.of(component).read(record);
    }

    private static boolean hasOwnText(Object value) {
        try {
            return value.getClass().getMethod("toString").getDeclaringClass() != Object.class;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(value.getClass().getName() + " without toString", e);
        }
    }

    private record Component(String name, Method accessor) {

        static Component of(RecordComponent component) {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return new Component(component.getName(), accessor);
        }

        Object read(Object record) {
            try {
                return accessor.invoke(record);
            } catch (InvocationTargetException e) {
                throw Component.<RuntimeException>asItIs(e.getCause());
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(
                        "cannot read " + name + " of " + record.getClass().getName(), e);
            }
        }

        /** What an accessor throws is the record's, whatever its kind. */
        @SuppressWarnings("unchecked")
        private static <T extends Throwable> RuntimeException asItIs(Throwable thrown) throws T {
            throw (T) thrown;
        }
    }
}
