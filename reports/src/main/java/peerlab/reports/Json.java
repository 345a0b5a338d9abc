package peerlab.reports;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonpCharacterEscapes;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;

import peerlab.engine.base.Numerals;
import peerlab.engine.observe.PlainValues;

/**
 * Writes JSON documents: the same bytes everywhere, numbers without {@code .0}, null for what has no value.
 */
final class Json implements Closeable {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
            .build();

    private final JsonGenerator generator;

    /** @param rowDepth see {@link JsonLayout}; the stream stays open */
    Json(OutputStream out, int rowDepth) throws IOException {
        generator = FACTORY.createGenerator(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        generator.setPrettyPrinter(new JsonLayout(rowDepth));
        generator.setCharacterEscapes(JsonpCharacterEscapes.instance());
    }

    Json beginObject() throws IOException {
        generator.writeStartObject();
        return this;
    }

    Json beginObject(String name) throws IOException {
        generator.writeFieldName(name);
        return beginObject();
    }

    Json endObject() throws IOException {
        generator.writeEndObject();
        return this;
    }

    Json beginList(String name) throws IOException {
        generator.writeFieldName(name);
        generator.writeStartArray();
        return this;
    }

    Json endList() throws IOException {
        generator.writeEndArray();
        return this;
    }

    Json field(String name, String value) throws IOException {
        generator.writeFieldName(name);
        generator.writeString(value);
        return this;
    }

    Json field(String name, Optional<String> value) throws IOException {
        return field(name, value.orElse(null));
    }

    Json field(String name, long value) throws IOException {
        generator.writeFieldName(name);
        generator.writeNumber(value);
        return this;
    }

    Json field(String name, double value) throws IOException {
        generator.writeFieldName(name);
        number(value);
        return this;
    }

    Json field(String name, boolean value) throws IOException {
        generator.writeFieldName(name);
        generator.writeBoolean(value);
        return this;
    }

    Json texts(String name, List<String> values) throws IOException {
        beginList(name);
        for (String value : values) {
            generator.writeString(value);
        }
        return endList();
    }

    /** Any value that a student's code or a scenario gave. */
    Json value(String name, Object value) throws IOException {
        generator.writeFieldName(name);
        plain(PlainValues.of(value));
        return this;
    }

    /** Each by its name, in the order of the map. */
    Json values(String name, Map<String, ?> values) throws IOException {
        beginObject(name);
        for (Map.Entry<String, ?> entry : values.entrySet()) {
            value(entry.getKey(), entry.getValue());
        }
        return endObject();
    }

    private void plain(Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            generator.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                generator.writeFieldName((String) entry.getKey());
                plain(entry.getValue());
            }
            generator.writeEndObject();
        } else if (value instanceof List<?> items) {
            generator.writeStartArray();
            for (Object item : items) {
                plain(item);
            }
            generator.writeEndArray();
        } else if (value instanceof Double number) {
            number(number);
        } else if (value instanceof Long number) {
            generator.writeNumber(number);
        } else if (value instanceof Boolean truth) {
            generator.writeBoolean(truth);
        } else {
            generator.writeString((String) value);
        }
    }

    private void number(double value) throws IOException {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            generator.writeNull();
        } else {
            generator.writeNumber(Numerals.of(value));
        }
    }

    /** Ends the document with the end of its last line. */
    @Override
    public void close() throws IOException {
        generator.writeRaw('\n');
        generator.close();
    }
}
