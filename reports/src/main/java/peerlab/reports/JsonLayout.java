package peerlab.reports;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;

/**
 * Indents JSON by two spaces, and keeps what lies deep enough on one line: a row for a peer, an edge, a
 * value.
 */
public final class JsonLayout implements PrettyPrinter {

    /** Everything on its own line. */
    public static final int NO_ROWS = Integer.MAX_VALUE;
    /** The whole document on one line. */
    public static final int ONE_ROW = 0;

    private final int rowDepth;
    private int depth;

    /** @param rowDepth how many brackets stand around an object or list that is written as a row */
    JsonLayout(int rowDepth) {
        this.rowDepth = rowDepth;
    }

    @Override
    public void writeRootValueSeparator(JsonGenerator json) throws IOException {
        json.writeRaw('\n');
    }

    @Override
    public void writeStartObject(JsonGenerator json) throws IOException {
        json.writeRaw('{');
        depth++;
    }

    @Override
    public void beforeObjectEntries(JsonGenerator json) throws IOException {
        breakLine(json);
    }

    @Override
    public void writeObjectFieldValueSeparator(JsonGenerator json) throws IOException {
        json.writeRaw(rowDepth == ONE_ROW ? ":" : ": ");
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator json) throws IOException {
        separate(json);
    }

    @Override
    public void writeEndObject(JsonGenerator json, int entries) throws IOException {
        end(json, entries, '}');
    }

    @Override
    public void writeStartArray(JsonGenerator json) throws IOException {
        json.writeRaw('[');
        depth++;
    }

    @Override
    public void beforeArrayValues(JsonGenerator json) throws IOException {
        breakLine(json);
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
        separate(json);
    }

    @Override
    public void writeEndArray(JsonGenerator json, int values) throws IOException {
        end(json, values, ']');
    }

    private void separate(JsonGenerator json) throws IOException {
        json.writeRaw(isRow() && rowDepth != ONE_ROW ? ", " : ",");
        breakLine(json);
    }

    private void end(JsonGenerator json, int count, char bracket) throws IOException {
        boolean wasRow = isRow();
        depth--;
        if (!wasRow && count > 0) {
            breakLine(json);
        }
        json.writeRaw(bracket);
    }

    private boolean isRow() {
        return depth > rowDepth;
    }

    private void breakLine(JsonGenerator json) throws IOException {
        if (!isRow()) {
            json.writeRaw('\n');
            for (int i = 0; i < depth; i++) {
                json.writeRaw("  ");
            }
        }
    }
}
