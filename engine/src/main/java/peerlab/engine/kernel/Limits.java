package peerlab.engine.kernel;

import peerlab.engine.base.Bytes;
import peerlab.engine.base.SimTime;

/**
 * How much a run may do. Reaching a limit ends the run with a verdict that names it, so that a protocol that
 * loops or floods is an answer and not a hang.
 *
 * @param events how many events may happen
 * @param eventsAtOnce how many may happen without time moving on
 * @param time how far virtual time may go
 * @param queue how many events may be pending
 * @param bytes how much peers may send in all
 */
public record Limits(long events, long eventsAtOnce, SimTime time, int queue, Bytes bytes) {

    public static final Limits DEFAULT = new Limits(
            20_000_000_000L, 20_000_000L, new SimTime(Long.MAX_VALUE), 20_000_000, new Bytes(Long.MAX_VALUE));

    /** The same limits with one of them changed, by the name of the component. */
    public Limits with(String name, long value) {
        return switch (name) {
            case "events" -> new Limits(value, eventsAtOnce, time, queue, bytes);
            case "eventsAtOnce" -> new Limits(events, value, time, queue, bytes);
            case "time" -> new Limits(events, eventsAtOnce, new SimTime(value), queue, bytes);
            case "queue" -> new Limits(events, eventsAtOnce, time, Math.toIntExact(value), bytes);
            case "bytes" -> new Limits(events, eventsAtOnce, time, queue, new Bytes(value));
            default -> throw new IllegalArgumentException(
                    "no limit '" + name + "'; there are events, eventsAtOnce, time, queue, bytes");
        };
    }
}
