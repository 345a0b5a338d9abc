package peerlab.reports.page;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import peerlab.engine.trace.JsonValues;

/**
 * The line of a trace at hand: its plain values at once, everything else when it is asked for. There is one
 * of it for a whole trace, so what is to be kept is copied.
 */
final class Event {

    private static final int MOST_VALUES = 32;
    private static final JsonFactory FACTORY = new JsonFactory();

    private final String[] names = new String[MOST_VALUES];
    private final Object[] values = new Object[MOST_VALUES];
    private int count;
    private byte[] bytes = new byte[0];
    private int length;
    private long number;
    private long time;
    private String kind = "";
    private int fieldBytes;
    private long lookup;
    private Map<String, Object> all;

    /** Takes a line over; false where it is no event. */
    boolean read(byte[] line, int size, long lineNumber) throws IOException {
        bytes = line;
        length = size;
        number = lineNumber;
        count = 0;
        fieldBytes = 0;
        lookup = -1;
        all = null;
        time = -1;
        kind = "";
        try (JsonParser parser = FACTORY.createParser(line, 0, size)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                value(parser, parser.currentName());
            }
            return time >= 0 && !kind.isEmpty() && parser.nextToken() == null;
        }
    }

    private void value(JsonParser parser, String name) throws IOException {
        switch (parser.nextToken()) {
            case START_OBJECT, START_ARRAY -> {
                long from = parser.currentLocation().getByteOffset();
                if (name.equals("fields") && kind.equals("step")) {
                    fields(parser);
                } else {
                    parser.skipChildren();
                }
                fieldBytes += (int) (parser.currentLocation().getByteOffset() - from);
            }
            case VALUE_NUMBER_INT -> {
                if (name.equals("t")) {
                    time = parser.getLongValue();
                } else {
                    put(name, parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                            ? (Object) parser.getDoubleValue() : parser.getLongValue());
                }
            }
            case VALUE_STRING -> {
                if (name.equals("kind")) {
                    kind = parser.getText();
                } else {
                    put(name, parser.getText());
                }
            }
            case VALUE_TRUE -> put(name, true);
            case VALUE_FALSE -> put(name, false);
            default -> { }
        }
    }

    /** Of the fields of a step, the number of the lookup that it belongs to. */
    private void fields(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean isNumber = parser.currentName().equals("lookup");
            if (parser.nextToken() == JsonToken.VALUE_NUMBER_INT && isNumber) {
                lookup = parser.getLongValue();
            } else {
                parser.skipChildren();
            }
        }
    }

    private void put(String name, Object value) {
        if (count < MOST_VALUES) {
            names[count] = name;
            values[count++] = value;
        }
    }

    /** Which line of the trace it is, from 1. */
    long number() {
        return number;
    }

    /** In nanoseconds. */
    long time() {
        return time;
    }

    String kind() {
        return kind;
    }

    /** What names it; 0 where nothing does. */
    long id() {
        return whole("id");
    }

    /** What was being handled; 0 for the timeline. */
    long cause() {
        return whole("cause");
    }

    /** The number of the lookup that a step belongs to; -1 where it names none. */
    long lookup() {
        return lookup;
    }

    /** How many bytes its lists and objects take. */
    int fieldBytes() {
        return fieldBytes;
    }

    long whole(String name) {
        return value(name) instanceof Long number ? number : 0;
    }

    Optional<String> text(String name) {
        return value(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    boolean isFalse(String name) {
        return Boolean.FALSE.equals(value(name));
    }

    boolean isTrue(String name) {
        return Boolean.TRUE.equals(value(name));
    }

    private Object value(String name) {
        for (int i = 0; i < count; i++) {
            if (names[i].equals(name)) {
                return values[i];
            }
        }
        return null;
    }

    /** Everything on the line but time and kind, by name. */
    Map<String, Object> all() {
        if (all == null) {
            all = readAll();
        }
        return all;
    }

    private Map<String, Object> readAll() {
        try (JsonParser parser = FACTORY.createParser(bytes, 0, length)) {
            parser.nextToken();
            Map<String, Object> read = JsonValues.object(parser);
            read.remove("t");
            read.remove("kind");
            return read;
        } catch (IOException e) {
            throw new IllegalStateException("line " + number + " was read once and cannot be read again", e);
        }
    }
}
