package peerlab.reports.page;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamWriteFeature;

/** Writes the data of the page: compact, safe within HTML, the same bytes everywhere. */
final class PageJson implements Closeable {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();
    private static final double WHOLE_UNTIL = 1e15;

    private final JsonGenerator json;

    /** The stream stays open. */
    PageJson(OutputStream out) throws IOException {
        json = FACTORY.createGenerator(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        json.setCharacterEscapes(new PageEscapes());
    }

    PageJson beginObject() throws IOException {
        json.writeStartObject();
        return this;
    }

    PageJson beginObject(String name) throws IOException {
        json.writeFieldName(name);
        return beginObject();
    }

    PageJson endObject() throws IOException {
        json.writeEndObject();
        return this;
    }

    PageJson beginList() throws IOException {
        json.writeStartArray();
        return this;
    }

    PageJson beginList(String name) throws IOException {
        json.writeFieldName(name);
        return beginList();
    }

    PageJson endList() throws IOException {
        json.writeEndArray();
        return this;
    }

    PageJson name(String name) throws IOException {
        json.writeFieldName(name);
        return this;
    }

    PageJson field(String name, Object value) throws IOException {
        json.writeFieldName(name);
        return value(value);
    }

    PageJson field(String name, int[] values) throws IOException {
        beginList(name);
        for (int value : values) {
            json.writeNumber(value);
        }
        return endList();
    }

    PageJson number(long value) throws IOException {
        json.writeNumber(value);
        return this;
    }

    /** Text, numbers, truths, null, and lists and maps of these. */
    PageJson value(Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Long || value instanceof Integer) {
            json.writeNumber(((Number) value).longValue());
        } else if (value instanceof Double number) {
            decimal(number);
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof List<?> items) {
            json.writeStartArray();
            for (Object item : items) {
                value(item);
            }
            json.writeEndArray();
        } else if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                field(String.valueOf(entry.getKey()), entry.getValue());
            }
            json.writeEndObject();
        } else {
            json.writeString(value.toString());
        }
        return this;
    }

    private void decimal(double value) throws IOException {
        if (!Double.isFinite(value)) {
            json.writeNull();
        } else if (value == (long) value && Math.abs(value) < WHOLE_UNTIL) {
            json.writeNumber((long) value);
        } else {
            json.writeNumber(new BigDecimal(Double.toString(value)).stripTrailingZeros());
        }
    }

    /** A document, as it is. */
    PageJson copy(String name, InputStream document) throws IOException {
        json.writeFieldName(name);
        try (JsonParser parser = FACTORY.createParser(document)) {
            parser.nextToken();
            json.copyCurrentStructureExact(parser);
        }
        return this;
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
