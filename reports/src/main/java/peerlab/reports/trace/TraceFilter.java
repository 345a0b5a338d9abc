package peerlab.reports.trace;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import peerlab.engine.base.SimTime;
import peerlab.engine.base.Span;
import peerlab.engine.observe.RunEvent;
import peerlab.engine.trace.TraceLine;

/**
 * Which events of a run are meant: those that satisfy all that is said.
 *
 * @param from the first instant
 * @param to the last instant
 * @param kinds of these kinds
 * @param peers that one of these takes part in; of all where it is empty
 * @param types of one of these messages, timers, steps, verbs, operations, faults, in any case; of all where
 *     it is empty
 */
public record TraceFilter(
        SimTime from, SimTime to, Set<RunEvent.Kind> kinds, List<String> peers, List<String> types) {

    /** Everything. */
    public static final TraceFilter ALL = new TraceFilter(
            SimTime.ZERO, new SimTime(Long.MAX_VALUE), EnumSet.allOf(RunEvent.Kind.class),
            List.of(), List.of());

    public TraceFilter {
        kinds = kinds.isEmpty() ? Set.of() : java.util.Collections.unmodifiableSet(EnumSet.copyOf(kinds));
        peers = List.copyOf(peers);
        types = List.copyOf(types);
    }

    /** From one instant to another, both included. */
    public TraceFilter between(SimTime first, SimTime last) {
        return new TraceFilter(first, last, kinds, peers, types);
    }

    /** Not further from an instant than a margin. */
    public TraceFilter around(SimTime time, Span margin) {
        long first = Math.max(0, time.nanos() - margin.nanos());
        long last = time.nanos() + Math.min(margin.nanos(), Long.MAX_VALUE - time.nanos());
        return between(new SimTime(first), new SimTime(last));
    }

    public TraceFilter ofKinds(Set<RunEvent.Kind> wanted) {
        return new TraceFilter(from, to, wanted, peers, types);
    }

    public TraceFilter ofPeers(List<String> wanted) {
        return new TraceFilter(from, to, kinds, wanted, types);
    }

    public TraceFilter ofTypes(List<String> wanted) {
        return new TraceFilter(from, to, kinds, peers, wanted);
    }

    /** The mask of the kinds, for an observer. */
    public int interests() {
        return kinds.stream().mapToInt(RunEvent.Kind::bit).sum();
    }

    /** Whether a line of a trace is meant; kinds that are not known are, where all kinds are. */
    public boolean matches(TraceLine line) {
        boolean isOfKind = kinds.size() == RunEvent.Kind.values().length
                || kinds.stream().anyMatch(kind -> kind.word().equals(line.kind()));
        return !line.time().isBefore(from) && !to.isBefore(line.time()) && isOfKind
                && (peers.isEmpty() || LineParts.peers(line).stream().anyMatch(peers::contains))
                && (types.isEmpty() || LineParts.types(line)
                        .anyMatch(type -> types.stream().anyMatch(type::equalsIgnoreCase)));
    }

    public boolean matches(RunEvent event) {
        if (event.time().isBefore(from) || to.isBefore(event.time()) || !kinds.contains(event.kind())) {
            return false;
        }
        if (peers.isEmpty() && types.isEmpty()) {
            return true;
        }
        Involved involved = Involved.in(event);
        return (peers.isEmpty() || involved.peers().stream().anyMatch(peer -> peers.contains(peer.name())))
                && (types.isEmpty() || types.stream().anyMatch(involved.type()::equalsIgnoreCase));
    }
}
