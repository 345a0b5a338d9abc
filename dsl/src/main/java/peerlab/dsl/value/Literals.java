package peerlab.dsl.value;

import java.math.BigDecimal;
import java.util.List;

import peerlab.dsl.grammar.Spelling;
import peerlab.engine.base.Bandwidth;
import peerlab.engine.base.Bytes;
import peerlab.engine.base.Offset;
import peerlab.engine.base.Ratio;
import peerlab.engine.base.Span;

/** Spells values that are known, so that they read back as the same values. */
final class Literals {

    private static final long GIB = 1L << 30;

    private Literals() {
    }

    static String of(Object value, Spelling to) {
        if (value instanceof Span span) {
            return to.span(span);
        } else if (value instanceof Offset offset) {
            return (offset.nanos() < 0 ? "-" : "") + to.span(new Span(Math.abs(offset.nanos())));
        } else if (value instanceof Ratio ratio) {
            BigDecimal percent = BigDecimal.valueOf(ratio.value()).movePointRight(2);
            return to.quantity(percent, "%");
        } else if (value instanceof Bytes bytes) {
            String[] parts = bytes.toString().split(" ");
            return parts[1].equals("TiB") ? to.quantity(BigDecimal.valueOf(bytes.count() / GIB), "GiB")
                    : to.quantity(new BigDecimal(parts[0]), parts[1]);
        } else if (value instanceof Bandwidth bandwidth) {
            String[] parts = bandwidth.toString().split(" ");
            return to.quantity(new BigDecimal(parts[0]), parts[1]);
        } else if (value instanceof CharSequence text) {
            return quoted(text.toString());
        } else if (value instanceof List<?> list) {
            return "[" + String.join(", ", list.stream().map(item -> of(item, to)).toList()) + "]";
        } else if (value instanceof Boolean) {
            return value.toString();
        }
        return Quantity.of(value).map(number -> number.value().toPlainString()).orElse(value.toString());
    }

    /** In single quotes, as both languages take it for a text. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("'");
        text.chars().forEach(c -> {
            if (c == '\\' || c == '\'') {
                quoted.append('\\').append((char) c);
            } else if (Character.isISOControl(c)) {
                quoted.append(String.format("\\u%04x", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('\'').toString();
    }
}
