package peerlab.reports.page;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The events of a run as the page reads them: a short list of values for each (docs/report-data.md). */
final class EventData {

    private final TraceCounts counts;
    private final Choice choice;
    private final KeptEvents kept;
    private final HeldBytes bytes;
    private final Chronicle chronicle;

    EventData(TraceCounts counts, Choice choice, KeptEvents kept, HeldBytes bytes, Chronicle chronicle) {
        this.counts = counts;
        this.choice = choice;
        this.kept = kept;
        this.bytes = bytes;
        this.chronicle = chronicle;
    }

    void write(PageJson json) throws IOException {
        traffic(json);
        lives(json);
        json.field("types", kept.types.all()).field("reasons", kept.reasons.all())
                .field("shapes", kept.shapes.all()).field("carriers", bytes.carriers());
        conversations(json);
        messages(json);
        moments(json);
    }

    private void traffic(PageJson json) throws IOException {
        json.beginObject("traffic").field("binNanos", counts.binNanos());
        json.beginList("sent");
        for (long count : counts.sent) {
            json.number(count);
        }
        json.endList().beginList("dropped");
        for (long count : counts.dropped) {
            json.number(count);
        }
        json.endList().field("kinds", counts.kinds).beginObject("types");
        for (Map.Entry<String, long[]> type : counts.types.entrySet()) {
            json.beginList(Shown.cut(type.getKey(), 0).toString());
            for (long value : type.getValue()) {
                json.number(value);
            }
            json.endList();
        }
        json.endObject().endObject();
    }

    private void lives(PageJson json) throws IOException {
        json.beginList("lives");
        for (Chronicle.Life life : chronicle.lives) {
            json.value(List.of(life.time(), life.peer(), life.change()));
        }
        json.endList().beginList("faults");
        for (Chronicle.FaultSpan fault : chronicle.faults) {
            json.beginObject().field("fault", fault.fault).field("words", fault.words)
                    .field("from", fault.from).field("to", fault.to).field("who", fault.who)
                    .field("whoCount", fault.whoCount).endObject();
        }
        json.endList().beginList("timeline");
        for (Chronicle.TimelineMark mark : chronicle.timeline) {
            json.beginObject().field("time", mark.time()).field("verb", mark.verb())
                    .field("text", mark.text()).field("mark", mark.mark()).field("who", mark.who())
                    .field("whoCount", mark.whoCount()).endObject();
        }
        json.endList();
    }

    private void conversations(PageJson json) throws IOException {
        json.beginList("conversations");
        for (KeptEvents.Conversation c : kept.conversations) {
            json.beginList().number(c.id).value(c.kind).value(c.what).value(c.key).number(c.peer)
                    .number(c.start).number(c.end).value(c.success).value(c.reason).value(c.isCut).endList();
        }
        json.endList();
    }

    private void messages(PageJson json) throws IOException {
        json.beginList("messages");
        for (KeptEvents.MessageRow m : kept.messages) {
            json.beginList().number(m.sent).number(m.ended).number(m.reason).number(m.from).number(m.to)
                    .number(m.type).number(m.bytes).number(m.id).number(m.cause).number(m.conversation);
            json.value(m.fields).number(m.line);
            if (m.travelling != null) {
                json.number(m.travelling.carrier).number(m.travelling.length).value(m.travelling.text);
            }
            json.endList();
        }
        json.endList();
    }

    private void moments(PageJson json) throws IOException {
        json.beginList("moments");
        for (KeptEvents.Moment m : kept.moments) {
            json.beginList().number(m.time()).value(m.kind()).number(m.id()).number(m.cause())
                    .number(m.peer()).number(m.type()).number(m.conversation()).value(m.fields())
                    .number(m.line()).endList();
        }
        json.endList();
    }

    /** How the page came to show what it shows. */
    void sampling(PageJson json) throws IOException {
        json.field("events", counts.events())
                .field("conversations", choice.found())
                .field("conversationsShown", choice.chosen())
                .field("messages", counts.kinds.getOrDefault("sent", 0L))
                .field("messagesShown", kept.messages.size())
                .field("isCut", choice.hasCut())
                .field("budgetBytes", choice.budget())
                .field("encoded", bytes.count())
                .field("encodedBudgetBytes", bytes.budget())
                .field("encodedAtMostBytes", HeldBytes.LONGEST)
                .field("chronicleOmitted", chronicle.omitted());
    }
}
