package peerlab.engine.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import peerlab.engine.base.Bytes;
import peerlab.engine.base.Distribution;
import peerlab.engine.base.Ratio;
import peerlab.engine.base.Span;

/** The values of a protocol's parameters for one group of peers: as given, else the default. */
public final class Parameters {

    /** Where nothing can be set. */
    public static final Parameters NONE = new Parameters(List.of(), Map.of());

    private final Map<String, Object> values = new LinkedHashMap<>();

    public Parameters(List<Parameter> declared, Map<String, Object> given) {
        for (Parameter parameter : declared) {
            Object value = given.getOrDefault(parameter.name(), parameter.initial());
            if (value == null) {
                continue;
            }
            parameter.complaintAbout(value).ifPresent(complaint -> {
                throw new IllegalArgumentException(
                        "'" + parameter.name() + "' " + complaint + ", found " + value);
            });
            values.put(parameter.name(), value);
        }
        List<String> names = declared.stream().map(Parameter::name).toList();
        for (String name : given.keySet()) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException("unknown parameter '" + name + "'; there are " + names);
            }
        }
    }

    /** Whether it has a value: it was given, or there is a default. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    public int integer(String name) {
        return Math.toIntExact(read(name, Long.class));
    }

    public double number(String name) {
        return read(name, Double.class);
    }

    public double ratio(String name) {
        return read(name, Ratio.class).value();
    }

    public Span span(String name) {
        return read(name, Span.class);
    }

    public Distribution distribution(String name) {
        return read(name, Distribution.class);
    }

    public Bytes bytes(String name) {
        return read(name, Bytes.class);
    }

    public String word(String name) {
        return read(name, String.class);
    }

    public boolean flag(String name) {
        return read(name, Boolean.class);
    }

    /** All that have a value, in the order of declaration. */
    public Map<String, Object> all() {
        return java.util.Collections.unmodifiableMap(values);
    }

    private <T> T read(String name, Class<T> type) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "no parameter '" + name + "' is declared; there are " + values.keySet());
        }
        return type.cast(value);
    }
}
