package peerlab.reports.trace;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import peerlab.engine.trace.TraceLine;
import peerlab.reports.console.Visible;

/** A line of a trace as a person reads it, in the columns of {@link TraceText}. */
public final class LineText {

    private static final int LONGEST = 400;
    private static final Set<String> SHOWN_ELSEWHERE =
            Set.of("from", "to", "peer", "type", "id", "cause", "fields");

    private LineText() {
    }

    /** When, what kind, who, what, its id and its cause. */
    public static String full(TraceLine line) {
        String who = line.text("from").map(from -> from + " -> " + line.text("to").orElse("?"))
                .or(() -> line.text("peer")).map(peers -> peers + "  ").orElse("");
        return String.format(Locale.ROOT, "%5d.%06d s  %-9s  ", line.time().nanos() / 1_000_000_000,
                line.time().nanos() % 1_000_000_000 / 1_000, Visible.of(line.kind()))
                + Visible.of(who + what(line))
                + line.id().map(id -> "  #" + id).orElse("")
                + line.cause().filter(cause -> cause != 0).map(cause -> "  from #" + cause).orElse("");
    }

    /** What happened: the type and what it says of itself. */
    static String what(TraceLine line) {
        Map<String, Object> rest = new LinkedHashMap<>(line.fields());
        line.values().forEach((name, value) -> {
            if (!SHOWN_ELSEWHERE.contains(name)) {
                rest.put(name, value);
            }
        });
        String said = rest.entrySet().stream().filter(e -> e.getValue() != null)
                .map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining(" "));
        return line.text("type").map(type -> type + (said.isEmpty() ? "" : " ")).orElse("") + said;
    }

    /** The same in one visible line of bounded length, with its kind in front: for labels of drawings. */
    public static String label(TraceLine line) {
        String label = line.kind() + " " + what(line)
                + line.id().map(id -> " #" + id).orElse("");
        return Visible.of(label.length() <= LONGEST ? label : label.substring(0, LONGEST) + "...");
    }
}
