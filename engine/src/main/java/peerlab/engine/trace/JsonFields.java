package peerlab.engine.trace;

import peerlab.engine.base.PeerId;
import peerlab.engine.protocol.Described;
import peerlab.engine.protocol.Fields;

/**
 * Writes what a message, timer or step says of itself as a JSON object; lists stay compact, without names.
 */
final class JsonFields implements Fields {

    /** How deep lists may lie within lists. */
    static final int MAX_DEPTH = 64;

    private final JsonBytes json;
    private int depth;
    private boolean isFirst;

    JsonFields(JsonBytes json) {
        this.json = json;
    }

    /**
     * Writes the object. A description that throws is the fault of the one who wrote it, not of the run:
     * what it had said so far stays, and the field {@code undescribed} names what was thrown.
     */
    void write(Described thing) {
        json.raw('{');
        depth = 0;
        isFirst = true;
        try {
            thing.describe(this);
            close();
        } catch (RuntimeException | Error e) {
            close();
            text("undescribed", e.getClass().getSimpleName());
        }
        json.raw('}');
    }

    private void close() {
        for (; depth > 0; depth--) {
            json.raw(']');
            isFirst = false;
        }
    }

    private void begin(String name) {
        json.reserve();
        if (isFirst) {
            isFirst = false;
        } else {
            json.raw(',');
        }
        if (depth == 0) {
            json.name(name);
        }
    }

    @Override
    public void number(String name, long value) {
        begin(name);
        json.number(value);
    }

    @Override
    public void decimal(String name, double value) {
        begin(name);
        json.decimal(value);
    }

    @Override
    public void truth(String name, boolean value) {
        begin(name);
        json.truth(value);
    }

    @Override
    public void text(String name, String value) {
        begin(name);
        json.text(value);
    }

    @Override
    public void peer(String name, PeerId value) {
        begin(name);
        json.peer(value);
    }

    @Override
    public void identifier(String name, long high, long middle, int low) {
        begin(name);
        json.identifier(high, middle, low);
    }

    @Override
    public void beginList(String name, int size) {
        if (depth == MAX_DEPTH) {
            throw new IllegalStateException("lists lie more than " + MAX_DEPTH + " deep");
        }
        begin(name);
        json.raw('[');
        depth++;
        isFirst = true;
    }

    @Override
    public void endList() {
        if (depth == 0) {
            throw new IllegalStateException("a list ends that never began");
        }
        json.reserve();
        json.raw(']');
        depth--;
        isFirst = false;
    }

    @Override
    public void absent(String name) {
        begin(name);
        json.raw(JsonBytes.NULL);
    }
}
