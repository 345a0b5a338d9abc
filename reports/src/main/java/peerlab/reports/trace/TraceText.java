package peerlab.reports.trace;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import peerlab.engine.base.PeerId;
import peerlab.engine.observe.RunEvent;
import peerlab.engine.protocol.Described;
import peerlab.reports.console.Visible;

/**
 * An event on a line: when, what kind, who, which type, what it says of itself, its id and its cause. The
 * time is cut to the microsecond below, so that lines stay in order.
 *
 * <pre>
 *    51.480000 s  sent       p12 -> p3  FindNode target=9f2c41d7..  40 B  #1234 from #1230
 * </pre>
 */
public final class TraceText {

    /** How much a line says. */
    public enum Detail {
        /** With names of fields, sizes, ids and causes. */
        FULL,
        /** Without them: for reading the steps of an algorithm as a story. */
        SHORT
    }

    private static final int MOST_PEERS = 12;

    private final Detail detail;

    public TraceText(Detail detail) {
        this.detail = detail;
    }

    /** The line, without its end. */
    public String line(RunEvent event) {
        String what = event instanceof RunEvent.Sent || event instanceof RunEvent.Delivered
                || event instanceof RunEvent.Dropped ? message(event) : other(event);
        return String.format(Locale.ROOT, "%5d.%06d s  %-9s  ", event.time().nanos() / 1_000_000_000,
                event.time().nanos() % 1_000_000_000 / 1_000, event.kind().word()) + what;
    }

    private String message(RunEvent event) {
        if (event instanceof RunEvent.Sent sent) {
            return route(sent.from(), sent.to()) + described(sent.message())
                    + full("  " + sent.bytes() + " B")
                    + ids(sent.id(), sent.cause());
        } else if (event instanceof RunEvent.Delivered delivered) {
            return route(delivered.from(), delivered.to()) + type(delivered.message())
                    + ids(delivered.id(), 0);
        }
        RunEvent.Dropped dropped = (RunEvent.Dropped) event;
        return route(dropped.from(), dropped.to()) + type(dropped.message())
                + ": " + Visible.of(dropped.reason()) + ids(dropped.id(), 0);
    }

    private String other(RunEvent event) {
        if (event instanceof RunEvent.TimerFired timer) {
            return who(timer.peer()) + described(timer.timer()) + ids(timer.id(), timer.cause());
        } else if (event instanceof RunEvent.StepTaken step) {
            return who(step.peer()) + described(step.step()) + ids(0, step.cause());
        } else if (event instanceof RunEvent.LifeChanged life) {
            return who(life.peer()) + life.change().word() + ids(life.id(), life.cause());
        } else if (event instanceof RunEvent.FaultChanged fault) {
            return Visible.of((fault.fault() + " " + fault.words()).strip())
                    + (fault.isOver() ? " ends" : " begins") + peers(": ", fault.who()) + ids(fault.id(), 0);
        } else if (event instanceof RunEvent.Asked asked) {
            return who(asked.peer()) + operation(asked.request()) + ids(asked.id(), 0);
        } else if (event instanceof RunEvent.Answered answered) {
            return who(answered.peer()) + operation(answered.request()) + " -> " + outcome(answered)
                    + " after " + answered.latency() + ids(answered.id(), answered.cause());
        } else if (event instanceof RunEvent.TimelineStep step) {
            return Visible.of(step.text()) + peers(": ", step.who())
                    + step.mark().map(mark -> ", as '" + Visible.of(mark) + "'").orElse("")
                    + ids(step.id(), 0);
        }
        RunEvent.Broken broken = (RunEvent.Broken) event;
        return who(broken.peer()) + "threw " + Visible.of(broken.exception())
                + " while " + Visible.of(broken.doing())
                + ids(0, broken.cause());
    }

    private static String operation(peerlab.engine.protocol.Request request) {
        return Visible.of(request.operation() + (request.key().isEmpty() ? "" : " " + request.key()));
    }

    private static String outcome(RunEvent.Answered answered) {
        if (!answered.outcome().isSuccess()) {
            return Visible.of(answered.outcome().reason());
        }
        Object value = peerlab.engine.observe.PlainValues.of(answered.outcome().value());
        return value == null ? "done" : Visible.of(value.toString());
    }

    private static String route(PeerId from, PeerId to) {
        return Visible.of(from.name() + " -> " + to.name()) + "  ";
    }

    private static String who(PeerId peer) {
        return Visible.of(peer.name()) + "  ";
    }

    private static String peers(String before, List<PeerId> peers) {
        String names = peers.stream().limit(MOST_PEERS).map(PeerId::name).collect(Collectors.joining(", "));
        int more = peers.size() - MOST_PEERS;
        return peers.isEmpty()
                ? "" : before + Visible.of(names) + (more > 0 ? " and " + more + " more" : "");
    }

    private String described(Described thing) {
        String fields = FieldText.of(thing, detail == Detail.FULL);
        return type(thing) + (fields.isEmpty() ? "" : " " + fields);
    }

    private static String type(Described thing) {
        return Visible.of(thing.type());
    }

    private String ids(long id, long cause) {
        return full((id == 0 ? "" : "  #" + id) + (cause == 0 ? "" : "  from #" + cause));
    }

    private String full(String text) {
        return detail == Detail.FULL ? text : "";
    }
}
