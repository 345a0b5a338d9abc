package peerlab.reports.export.timeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import peerlab.engine.trace.TraceLine;
import peerlab.reports.Json;
import peerlab.reports.console.Visible;
import peerlab.reports.stored.Lines;
import peerlab.reports.trace.LineText;

/**
 * Events with vector clocks, for ShiViz: two lines an event. The clocks are counted over the events that are
 * written and no others, so that a part of a run is as well-formed as the whole.
 *
 * <p>ShiViz draws some thousands of events in the browser: no more than a limit are written, the first ones.
 */
public final class ShivizLog {

    /** How many events are written at most. */
    public static final int MOST_EVENTS = 10_000;

    private static final long MOST_CHARACTERS = 16L << 20;
    /** ShiViz reads it from the first line of a file; what would part several runs is the second. */
    private static final String EXPRESSION = "(?<host>\\S*) (?<clock>{.*})\\n(?<event>.*)";

    private final Writer out;
    private final Map<String, Integer> hosts = new LinkedHashMap<>();
    private final List<String> names = new ArrayList<>();
    private final Set<String> taken = new LinkedHashSet<>();
    private final List<int[]> clocks = new ArrayList<>();
    /** What the sender of a message knew when it sent it. */
    private final Map<Long, int[]> sent = new LinkedHashMap<>();
    private int events;
    private long characters;

    private ShivizLog(Writer out) {
        this.out = out;
    }

    public static void write(Lines lines, OutputStream to) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(to, UTF_8));
        ShivizLog log = new ShivizLog(writer);
        writer.write(EXPRESSION + "\n\n");
        lines.goThrough(log::line);
        writer.flush();
    }

    private boolean line(TraceLine line) throws IOException {
        Optional<String> peer = host(line);
        if (peer.isPresent()) {
            int host = hosts.computeIfAbsent(peer.get(), this::enter);
            int[] clock = Arrays.copyOf(clocks.get(host), names.size());
            clock[host]++;
            long id = line.id().orElse(0L);
            if (line.kind().equals("delivered") && sent.containsKey(id)) {
                learn(clock, sent.get(id));
            }
            clocks.set(host, clock);
            if (line.kind().equals("sent")) {
                sent.put(id, clock);
            }
            event(names.get(host), clock, LineText.label(line));
        }
        return events < MOST_EVENTS && characters < MOST_CHARACTERS;
    }

    /** At whom something happened; a message that is lost is nobody's event. */
    private static Optional<String> host(TraceLine line) {
        return switch (line.kind()) {
            case "sent" -> line.text("from");
            case "delivered" -> line.text("to");
            case "dropped", "fault", "timeline" -> Optional.empty();
            default -> line.text("peer");
        };
    }

    private int enter(String peer) {
        String plain = Visible.of(peer).replaceAll("\\s", "_");
        String name = plain.isEmpty() ? "_" : plain;
        for (int i = 2; !taken.add(name); i++) {
            name = plain + "_" + i;
        }
        names.add(name);
        clocks.add(new int[names.size()]);
        return names.size() - 1;
    }

    private static void learn(int[] clock, int[] other) {
        for (int i = 0; i < other.length; i++) {
            clock[i] = Math.max(clock[i], other[i]);
        }
    }

    private void event(String host, int[] clock, String text) throws IOException {
        Map<String, Object> entries = new LinkedHashMap<>();
        for (int i = 0; i < clock.length; i++) {
            if (clock[i] > 0) {
                entries.put(names.get(i), (long) clock[i]);
            }
        }
        String both = host + " " + Json.line(entries) + "\n" + text + "\n";
        out.write(both);
        events++;
        characters += both.length();
    }
}
