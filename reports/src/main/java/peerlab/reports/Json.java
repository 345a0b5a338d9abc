package peerlab.reports;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
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
public final class Json implements Closeable {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
            .build();

    private final JsonGenerator generator;

    /** @param rowDepth see {@link JsonLayout}; the stream stays open */
    public Json(OutputStream out, int rowDepth) throws IOException {
        this(new OutputStreamWriter(out, StandardCharsets.UTF_8), rowDepth);
    }

    private Json(Writer out, int rowDepth) throws IOException {
        generator = FACTORY.createGenerator(out);
        generator.setPrettyPrinter(new JsonLayout(rowDepth));
        generator.setCharacterEscapes(JsonpCharacterEscapes.instance());
    }

    public Json beginObject() throws IOException {
        generator.writeStartObject();
        return this;
    }

    public Json beginObject(String name) throws IOException {
        generator.writeFieldName(name);
        return beginObject();
    }

    public Json endObject() throws IOException {
        generator.writeEndObject();
        return this;
    }

    /** An object as an item of a list. */
    public Json item(Object value) throws IOException {
        plain(value);
        return this;
    }

    public Json beginList(String name) throws IOException {
        generator.writeFieldName(name);
        generator.writeStartArray();
        return this;
    }

    public Json endList() throws IOException {
        generator.writeEndArray();
        return this;
    }

    public Json field(String name, String value) throws IOException {
        generator.writeFieldName(name);
        generator.writeString(value);
        return this;
    }

    public Json field(String name, Optional<String> value) throws IOException {
        return field(name, value.orElse(null));
    }

    public Json field(String name, long value) throws IOException {
        generator.writeFieldName(name);
        generator.writeNumber(value);
        return this;
    }

    public Json field(String name, double value) throws IOException {
        generator.writeFieldName(name);
        number(value);
        return this;
    }

    public Json field(String name, boolean value) throws IOException {
        generator.writeFieldName(name);
        generator.writeBoolean(value);
        return this;
    }

    public Json texts(String name, List<String> values) throws IOException {
        beginList(name);
        for (String value : values) {
            generator.writeString(value);
        }
        return endList();
    }

    /** Any value that a student's code or a scenario gave. */
    public Json value(String name, Object value) throws IOException {
        generator.writeFieldName(name);
        plain(PlainValues.of(value));
        return this;
    }

    /** Each by its name, in the order of the map. */
    public Json values(String name, Map<String, ?> values) throws IOException {
        beginObject(name);
        for (Map.Entry<String, ?> entry : values.entrySet()) {
            value(entry.getKey(), entry.getValue());
        }
        return endObject();
    }

    /** A value as a trace or a document has it: texts, numbers, truths, null, lists, maps in order. */
    public Json asRead(String name, Object value) throws IOException {
        generator.writeFieldName(name);
        plain(value);
        return this;
    }

    /** Such a value on one line, without an end of line. */
    public static String line(Object value) {
        try {
            StringWriter text = new StringWriter();
            Json json = new Json(text, JsonLayout.ONE_ROW);
            json.plain(value);
            json.generator.close();
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
