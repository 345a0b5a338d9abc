package peerlab.reports.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;


/** What the page shows of what an event says of itself: all, but for long texts and lists. */
final class Shown {

    static final int LONGEST_TEXT = 240;
    static final int LONGEST_LIST = 32;
    private static final int DEEPEST = 6;
    /** What an event takes besides its fields, and what its end takes. */
    private static final int ROW_BYTES = 44;
    /** What a conversation takes besides its events. */
    static final int CONVERSATION_BYTES = 76;
    private static final int NUMBER_BYTES = 8;
    /** Longer ones are cut. */
    private static final int LONGEST_FIELDS = 4_000;

    private Shown() {
    }

    /** The fields of an event by name: its own, or those of its kind. */
    static Map<String, Object> fields(Event line) {
        Map<String, Object> shown = new LinkedHashMap<>();
        if (line.kind().equals("asked") || line.kind().equals("answered") || line.kind().equals("broken")) {
            line.all().forEach((name, value) -> {
                if (!List.of("id", "cause", "peer", "operation").contains(name)) {
                    shown.put(name, cut(value, 0));
                }
            });
        } else if (line.fieldBytes() > 0 && line.all().get("fields") instanceof Map<?, ?> fields) {
            fields.forEach((name, value) -> shown.put(String.valueOf(name), cut(value, 0)));
        }
        return shown;
    }

    /** About how many bytes of the page an event takes. */
    static int bytes(Event line) {
        return switch (line.kind()) {
            case "delivered", "dropped" -> NUMBER_BYTES;
            case "life", "fault", "timeline" -> 0;
            default -> ROW_BYTES + Math.min(line.fieldBytes(), LONGEST_FIELDS);
        };
    }

    static Object cut(Object value, int depth) {
        if (value instanceof String text) {
            return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "\u2026";
        } else if (value instanceof List<?> items) {
            List<Object> shown = new ArrayList<>();
            for (int i = 0; i < items.size() && i < LONGEST_LIST && depth < DEEPEST; i++) {
                shown.add(cut(items.get(i), depth + 1));
            }
            if (shown.size() < items.size()) {
                shown.add("\u2026 and " + (items.size() - shown.size()) + " more");
            }
            return shown;
        } else if (value instanceof Map<?, ?> map) {
            Map<String, Object> shown = new LinkedHashMap<>();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                if (shown.size() < LONGEST_LIST && depth < DEEPEST) {
                    shown.put(String.valueOf(entry.getKey()), cut(entry.getValue(), depth + 1));
                }
            }
            return shown;
        }
        return value;
    }
}
