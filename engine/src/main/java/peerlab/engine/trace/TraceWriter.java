package peerlab.engine.trace;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.SimTime;
import peerlab.engine.observe.Observer;
import peerlab.engine.observe.PlainValues;
import peerlab.engine.observe.RunEvent;
import peerlab.engine.observe.View;
import peerlab.engine.protocol.Described;
import peerlab.engine.spec.RecordSpec;

/**
 * Writes a run down while it goes on: an event a line, as JSON, in a fixed order of fields (docs/trace.md).
 * Memory does not grow with the run.
 *
 * <p>A stream that fails does not end the run: {@link #close} tells of it.
 */
public final class TraceWriter implements Observer, Closeable {

    private static final Word TIME = new Word("{\"t\":");
    private static final Word SENT = new Word(",\"kind\":\"sent\",\"id\":");
    private static final Word DELIVERED = new Word(",\"kind\":\"delivered\",\"id\":");
    private static final Word CAUSE = new Word(",\"cause\":");
    private static final Word FROM = new Word(",\"from\":");
    private static final Word TO = new Word(",\"to\":");
    private static final Word TYPE = new Word(",\"type\":");
    private static final Word BYTES = new Word(",\"bytes\":");
    private static final Word FIELDS = new Word(",\"fields\":");
    private static final Word END = new Word("}\n");

    private final OutputStream out;
    private final JsonBytes json;
    private final JsonFields fields;
    private final RecordSpec record;

    /**
     * @param out where to; written in large pieces, and closed by {@link #close}
     * @param record with {@code trace} every event, else those of messages alone; with {@code messages}
     *     their fields too
     */
    public TraceWriter(OutputStream out, RecordSpec record) {
        this.out = out;
        this.json = new JsonBytes(out);
        this.fields = new JsonFields(json);
        this.record = record;
    }

    @Override
    public int interests() {
        int messages = RunEvent.Kind.SENT.bit()
                | RunEvent.Kind.DELIVERED.bit() | RunEvent.Kind.DROPPED.bit();
        return record.trace() ? RunEvent.Kind.all() : record.messages() ? messages : 0;
    }

    @Override
    public void on(RunEvent event, View view) {
        json.reserve();
        if (event instanceof RunEvent.Sent sent) {
            sent(sent);
        } else if (event instanceof RunEvent.Delivered delivered) {
            delivered(delivered);
        } else {
            other(event);
        }
        json.raw(END);
    }

    private void sent(RunEvent.Sent event) {
        begin(event.time(), SENT, event.id());
        number(CAUSE, event.cause());
        route(event.from(), event.to(), event.message());
        number(BYTES, event.bytes());
        if (record.messages()) {
            json.raw(FIELDS);
            fields.write(event.message());
        }
    }

    private void delivered(RunEvent.Delivered event) {
        begin(event.time(), DELIVERED, event.id());
        route(event.from(), event.to(), event.message());
    }

    private void begin(SimTime time, Word kindAndId, long id) {
        json.raw(TIME);
        json.number(time.nanos());
        json.raw(kindAndId);
        json.number(id);
    }

    private void route(PeerId from, PeerId to, Described message) {
        json.raw(FROM);
        json.peer(from);
        json.raw(TO);
        json.peer(to);
        json.raw(TYPE);
        json.word(message.type());
    }

    private void number(Word name, long value) {
        json.raw(name);
        json.number(value);
    }

    private void other(RunEvent event) {
        json.raw(TIME);
        json.number(event.time().nanos());
        name("kind");
        json.word(event.kind().word());
        if (event instanceof RunEvent.Dropped dropped) {
            id(dropped.id());
            route(dropped.from(), dropped.to(), dropped.message());
            text("reason", dropped.reason());
        } else if (event instanceof RunEvent.TimerFired timer) {
            id(timer.id());
            number(CAUSE, timer.cause());
            described(timer.peer(), timer.timer());
        } else if (event instanceof RunEvent.StepTaken step) {
            number(CAUSE, step.cause());
            described(step.peer(), step.step());
        } else if (event instanceof RunEvent.LifeChanged life) {
            id(life.id());
            number(CAUSE, life.cause());
            peer(life.peer());
            text("change", life.change().word());
        } else if (event instanceof RunEvent.FaultChanged fault) {
            id(fault.id());
            text("fault", fault.fault());
            text("words", fault.words());
            text("change", fault.isOver() ? "ends" : "begins");
            who(fault.who());
        } else {
            rare(event);
        }
    }

    private void rare(RunEvent event) {
        if (event instanceof RunEvent.Asked asked) {
            id(asked.id());
            peer(asked.peer());
            text("operation", asked.request().operation());
            text("key", asked.request().key());
            value("value", asked.request().value());
            value("options", asked.request().options());
        } else if (event instanceof RunEvent.Answered answered) {
            id(answered.id());
            number(CAUSE, answered.cause());
            peer(answered.peer());
            text("operation", answered.request().operation());
            text("key", answered.request().key());
            name("success");
            json.truth(answered.outcome().isSuccess());
            value("value", answered.outcome().value());
            text("reason", answered.outcome().reason());
            name("latency");
            json.number(answered.latency().nanos());
        } else if (event instanceof RunEvent.TimelineStep step) {
            id(step.id());
            text("verb", step.verb());
            text("text", step.text());
            who(step.who());
            value("mark", step.mark());
        } else if (event instanceof RunEvent.Broken broken) {
            number(CAUSE, broken.cause());
            peer(broken.peer());
            text("doing", broken.doing());
            text("exception", broken.exception());
            value("frames", broken.frames());
        }
    }

    private void described(PeerId peer, Described thing) {
        peer(peer);
        json.raw(TYPE);
        json.word(thing.type());
        json.raw(FIELDS);
        fields.write(thing);
    }

    private void id(long id) {
        name("id");
        json.number(id);
    }

    private void peer(PeerId peer) {
        name("peer");
        json.peer(peer);
    }

    private void text(String name, String value) {
        name(name);
        json.text(value);
    }

    private void who(List<PeerId> peers) {
        name("who");
        json.raw('[');
        for (int i = 0; i < peers.size(); i++) {
            json.reserve();
            comma(i);
            json.peer(peers.get(i));
        }
        json.raw(']');
    }

    private void value(String name, Object value) {
        name(name);
        plain(PlainValues.of(value));
    }

    private void name(String name) {
        json.reserve();
        json.raw(',');
        json.name(name);
    }

    private void plain(Object value) {
        json.reserve();
        if (value == null) {
            json.raw(JsonBytes.NULL);
        } else if (value instanceof Long number) {
            json.number(number);
        } else if (value instanceof Double number) {
            json.decimal(number);
        } else if (value instanceof Boolean truth) {
            json.truth(truth);
        } else if (value instanceof List<?> items) {
            json.raw('[');
            for (int i = 0; i < items.size(); i++) {
                comma(i);
                plain(items.get(i));
            }
            json.raw(']');
        } else if (value instanceof Map<?, ?> map) {
            json.raw('{');
            int i = 0;
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                comma(i++);
                json.name((String) entry.getKey());
                plain(entry.getValue());
            }
            json.raw('}');
        } else {
            json.text(value.toString());
        }
    }

    private void comma(int before) {
        if (before > 0) {
            json.raw(',');
        }
    }

    @Override
    public void finish(View view) {
        json.flush();
    }

    /** Ends the trace and closes the stream; throws what the stream threw first, now or earlier. */
    @Override
    public void close() throws IOException {
        try (out) {
            json.finish();
        }
    }
}
