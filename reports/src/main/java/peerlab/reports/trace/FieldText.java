package peerlab.reports.trace;

import java.util.Locale;

import peerlab.engine.base.Numerals;
import peerlab.engine.base.PeerId;
import peerlab.engine.protocol.Described;
import peerlab.engine.protocol.Fields;
import peerlab.reports.console.Visible;

/** What a message, timer or step says of itself, on one line: {@code target=9f2c41d7.. known=[p3, p40]}. */
final class FieldText implements Fields {

    private static final int LONGEST = 400;
    private static final int IDENTIFIER_DIGITS = 8;

    private final boolean hasNames;
    private final StringBuilder text = new StringBuilder();
    private int depth;
    private boolean isFirst = true;

    private FieldText(boolean hasNames) {
        this.hasNames = hasNames;
    }

    static String of(Described thing, boolean hasNames) {
        FieldText fields = new FieldText(hasNames);
        try {
            thing.describe(fields);
        } catch (RuntimeException | StackOverflowError e) {
            fields.put("undescribed", e.getClass().getSimpleName());
        }
        return fields.text.length() <= LONGEST
                ? fields.text.toString() : fields.text.substring(0, LONGEST) + "...";
    }

    private void put(String name, String value) {
        begin(name);
        if (text.length() <= LONGEST) {
            text.append(value);
        }
    }

    private void begin(String name) {
        if (text.length() > LONGEST) {
            return;
        }
        if (!isFirst) {
            text.append(depth > 0 ? ", " : hasNames ? " " : ", ");
        }
        isFirst = false;
        if (depth == 0 && hasNames) {
            text.append(Visible.of(name)).append('=');
        }
    }

    @Override
    public void number(String name, long value) {
        put(name, Long.toString(value));
    }

    @Override
    public void decimal(String name, double value) {
        put(name, Double.isFinite(value) ? Numerals.of(value) : "none");
    }

    @Override
    public void truth(String name, boolean value) {
        put(name, Boolean.toString(value));
    }

    @Override
    public void text(String name, String value) {
        String visible = Visible.of(value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "...");
        boolean isUnclear = visible.isEmpty() || visible.indexOf(' ') >= 0;
        put(name, hasNames && isUnclear ? "'" + visible + "'" : visible);
    }

    @Override
    public void peer(String name, PeerId value) {
        put(name, Visible.of(value.name()));
    }

    @Override
    public void identifier(String name, long high, long middle, int low) {
        put(name, String.format(Locale.ROOT, "%016x", high).substring(0, IDENTIFIER_DIGITS) + "..");
    }

    @Override
    public void beginList(String name, int size) {
        put(name, "[");
        depth++;
        isFirst = true;
    }

    @Override
    public void endList() {
        if (text.length() <= LONGEST) {
            text.append(']');
        }
        depth--;
        isFirst = false;
    }

    @Override
    public void absent(String name) {
        put(name, "none");
    }
}
