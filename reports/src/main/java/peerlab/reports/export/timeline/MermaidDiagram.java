package peerlab.reports.export.timeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import peerlab.engine.base.SimTime;
import peerlab.engine.trace.TraceLine;
import peerlab.reports.console.Visible;
import peerlab.reports.stored.Lines;

/**
 * A conversation as a sequence diagram of Mermaid: messages in the order in which they were sent, lost ones
 * with a cross, what peers decide as notes. Mermaid lays out some hundred messages: what is beyond is only
 * counted.
 */
public final class MermaidDiagram {

    /** How many messages, and how many notes, are drawn at most. */
    public static final int MOST = 200;

    private static final int LONGEST = 120;

    private final Map<String, String> participants = new LinkedHashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Set<Long> shown = new LinkedHashSet<>();
    private final Set<Long> lost = new LinkedHashSet<>();
    private int messages;
    private int notes;

    /** An arrow or a note; only arrows have an id that can be lost. */
    private record Entry(long id, String from, String to, String text) {
        boolean isNote() {
            return to.isEmpty();
        }
    }

    private MermaidDiagram() {
    }

    public static void write(Lines lines, OutputStream to) throws IOException {
        MermaidDiagram diagram = new MermaidDiagram();
        lines.goThrough(line -> {
            diagram.line(line);
            return true;
        });
        Writer out = new BufferedWriter(new OutputStreamWriter(to, UTF_8));
        diagram.print(out);
        out.flush();
    }

    private void line(TraceLine line) {
        long id = line.id().orElse(0L);
        switch (line.kind()) {
            case "sent" -> {
                if (++messages <= MOST) {
                    shown.add(id);
                    entries.add(new Entry(id, participant(line, "from"), participant(line, "to"),
                            time(line) + " " + what(line)));
                }
            }
            case "dropped" -> {
                if (shown.contains(id)) {
                    lost.add(id);
                }
            }
            case "step", "asked", "answered", "life", "broken" -> {
                if (messages <= MOST && ++notes <= MOST) {
                    entries.add(new Entry(0, participant(line, "peer"), "", time(line) + " " + what(line)));
                }
            }
            default -> {
                // what else happens is no part of a conversation
            }
        }
    }

    private static String time(TraceLine line) {
        return new SimTime(line.time().nanos() / 1_000 * 1_000).toString();
    }

    private static String what(TraceLine line) {
        StringBuilder text = new StringBuilder();
        if (line.text("operation").isPresent()) {
            text.append(line.kind()).append(' ').append(line.text("operation").get());
            line.text("key").ifPresent(key -> text.append(' ').append(key));
            line.text("reason").filter(reason -> !reason.isEmpty()).ifPresent(
                    reason -> text.append(": ").append(reason));
        } else {
            text.append(line.text("type").or(() -> line.text("change")).or(() -> line.text("exception"))
                    .orElse(line.kind()));
        }
        line.fields().forEach((name, value) -> {
            if (value != null && !name.equals("call")) {
                text.append(' ').append(name).append('=').append(value);
            }
        });
        return text.toString();
    }

    private String participant(TraceLine line, String name) {
        return participants.computeIfAbsent(
                line.text(name).orElse("?"), peer -> "P" + (participants.size() + 1));
    }

    private void print(Writer out) throws IOException {
        out.write("sequenceDiagram\n");
        for (Map.Entry<String, String> participant : participants.entrySet()) {
            out.write("    participant " + participant.getValue() + " as " + escaped(participant.getKey())
                    + "\n");
        }
        for (Entry entry : entries) {
            String arrow = lost.contains(entry.id()) ? "-x" : "->>";
            String subject = entry.isNote() ? "Note over " + entry.from() : entry.from() + arrow + entry.to();
            out.write("    " + subject + ": " + escaped(entry.text()) + "\n");
        }
        int more = Math.max(0, messages - MOST);
        if (more > 0) {
            out.write("    Note over P1: " + more + " more messages are not drawn\n");
        }
    }

    /** One line in which no character means anything to Mermaid, or to the page around it. */
    private static String escaped(String text) {
        String visible = Visible.of(text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...");
        StringBuilder safe = new StringBuilder();
        visible.codePoints().forEach(c -> {
            if (c == ' ' || Character.isLetterOrDigit(c) || "._-,=[]()'/+*?!:@".indexOf(c) >= 0) {
                safe.appendCodePoint(c);
            } else {
                safe.append('#').append(c).append(';');
            }
        });
        return safe.isEmpty() ? "#32;" : safe.toString();
    }
}
