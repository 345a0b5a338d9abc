package peerlab.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import peerlab.engine.observe.RunEvent;
import peerlab.engine.trace.TraceLine;
import peerlab.engine.trace.TraceReader;
import peerlab.reports.console.Visible;
import peerlab.reports.trace.TraceFilter;

/** A trace that an earlier run wrote, shown in the columns of a trace that is made while a run goes on. */
final class WrittenTrace {

    /** How often it is seen whether anybody still reads. */
    private static final int LOOK_EVERY_LINES = 1000;

    private static final List<String> PEERS = List.of("from", "to", "peer");
    private static final List<String> TYPES = List.of("type", "operation", "verb", "fault", "change",
            "exception");
    private static final Set<String> SHOWN_ELSEWHERE = Set.of("from", "to", "peer", "type", "id", "cause",
            "fields");

    private final TraceReader reader;
    private final TraceFilter filter;
    private final Set<String> kinds;

    WrittenTrace(TraceReader reader, TraceFilter filter) {
        this.reader = reader;
        this.filter = filter;
        this.kinds = filter.kinds().stream().map(RunEvent.Kind::word).collect(Collectors.toSet());
    }

    void print(Terminal terminal) throws IOException {
        long matched = 0;
        Optional<TraceLine> line = reader.next();
        while (line.isPresent() && !filter.to().isBefore(line.get().time())) {
            if (matches(line.get())) {
                terminal.say(text(line.get()));
                matched++;
                if (matched % LOOK_EVERY_LINES == 0 && terminal.isUnread()) {
                    return;
                }
            }
            line = reader.next();
        }
        if (matched == 0) {
            terminal.warn("no event of the run is meant by that");
        }
    }

    private boolean matches(TraceLine line) {
        return !line.time().isBefore(filter.from())
                && kinds.contains(line.kind())
                && (filter.peers().isEmpty() || peers(line).stream().anyMatch(filter.peers()::contains))
                && (filter.types().isEmpty() || TYPES.stream().flatMap(name -> line.text(name).stream())
                        .anyMatch(type -> filter.types().stream().anyMatch(type::equalsIgnoreCase)));
    }

    private static List<String> peers(TraceLine line) {
        List<String> peers = new ArrayList<>();
        PEERS.forEach(name -> line.text(name).ifPresent(peers::add));
        if (line.values().get("who") instanceof List<?> who) {
            who.forEach(peer -> peers.add(String.valueOf(peer)));
        }
        return peers;
    }

    private static String text(TraceLine line) {
        String who = line.text("from").map(from -> from + " -> " + line.text("to").orElse("?"))
                .or(() -> line.text("peer")).map(peers -> peers + "  ").orElse("");
        Map<String, Object> rest = new LinkedHashMap<>(line.fields());
        line.values().forEach((name, value) -> {
            if (!SHOWN_ELSEWHERE.contains(name)) {
                rest.put(name, value);
            }
        });
        String said = rest.entrySet().stream().filter(e -> Objects.nonNull(e.getValue()))
                .map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining(" "));
        String what = line.text("type").map(type -> type + (said.isEmpty() ? "" : " ")).orElse("") + said;
        return String.format(Locale.ROOT, "%5d.%06d s  %-9s  ", line.time().nanos() / 1_000_000_000,
                line.time().nanos() % 1_000_000_000 / 1_000, Visible.of(line.kind()))
                + Visible.of(who + what)
                + line.id().map(id -> "  #" + id).orElse("")
                + line.cause().filter(cause -> cause != 0).map(cause -> "  from #" + cause).orElse("");
    }
}
