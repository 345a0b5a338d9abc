package peerlab.engine.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import peerlab.engine.base.Bytes;
import peerlab.engine.base.Ratio;
import peerlab.engine.base.Span;

/** The values of a protocol's parameters for one group of peers: as given, else the default. */
public final class Parameters {

    private final Map<String, Object> values = new LinkedHashMap<>();

    public Parameters(List<Parameter> declared, Map<String, Object> given) {
        for (Parameter parameter : declared) {
            Object value = given.getOrDefault(parameter.name(), parameter.initial());
            parameter.complaintAbout(value).ifPresent(complaint -> {
                throw new IllegalArgumentException(
                        "'" + parameter.name() + "' " + complaint + ", found " + value);
            });
            values.put(parameter.name(), value);
        }
        for (String name : given.keySet()) {
            if (!values.containsKey(name)) {
                throw new IllegalArgumentException(
                        "unknown parameter '" + name + "'; there are " + values.keySet());
            }
        }
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

    public Bytes bytes(String name) {
        return read(name, Bytes.class);
    }

    public String word(String name) {
        return read(name, String.class);
    }

    public boolean flag(String name) {
        return read(name, Boolean.class);
    }

    /** All of them, in the order of declaration. */
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
