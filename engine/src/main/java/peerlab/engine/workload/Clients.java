package peerlab.engine.workload;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.SimTime;
import peerlab.engine.base.Span;
import peerlab.engine.kernel.Kernel;
import peerlab.engine.observe.CounterCell;
import peerlab.engine.observe.FailedOperation;
import peerlab.engine.observe.Metrics;
import peerlab.engine.observe.PlainValues;
import peerlab.engine.observe.RunEvent;
import peerlab.engine.observe.Witnesses;
import peerlab.engine.peer.Peer;
import peerlab.engine.protocol.Failure;
import peerlab.engine.protocol.Meter;
import peerlab.engine.protocol.Misuse;
import peerlab.engine.protocol.Operation;
import peerlab.engine.protocol.Outcome;
import peerlab.engine.protocol.Payload;
import peerlab.engine.protocol.Population;
import peerlab.engine.protocol.Request;
import peerlab.engine.trace.Fingerprint;

/** The users of the system: they ask peers, wait for answers, and keep count of what they got. */
public final class Clients {

    /** Nobody waits for the answer to go on. */
    static final Runnable NOTHING = () -> { };

    /** So many failures are explained; after that they are only counted. */
    private static final int MOST_EXPLAINED = 1_000;

    private final Kernel kernel;
    private final Witnesses witnesses;
    private final Fingerprint fingerprint;
    private final Metrics metrics;
    private final Function<Peer, Population> populations;
    private final History history = new History();
    private final Keys keys;
    private final Map<Long, Open> open = new LinkedHashMap<>();
    private final Map<String, Tally> tallies = new LinkedHashMap<>();
    private final List<FailedOperation> failures = new ArrayList<>();
    private final List<String> failurePlurals = new ArrayList<>();
    private long writes;

    /** @param populations everybody who runs the protocol of a peer */
    public Clients(
            Kernel kernel,
            Witnesses witnesses,
            Fingerprint fingerprint,
            Metrics metrics,
            Function<Peer, Population> populations) {
        this.kernel = kernel;
        this.witnesses = witnesses;
        this.fingerprint = fingerprint;
        this.metrics = metrics;
        this.populations = populations;
        this.keys = new Keys(kernel::now);
    }

    private record Open(Request request, Peer peer, Operation operation, long asked,
            long acknowledgedWhenAsked, Runnable whenAnswered) {
    }

    /** The counters of one kind of operation. */
    private record Tally(
            CounterCell started, CounterCell count, CounterCell succeeded, CounterCell failed,
                    CounterCell wrong,
            CounterCell stale, Meter.Samples latency) {

        static Tally of(Metrics metrics, Operation operation) {
            String plural = operation.plural();
            return new Tally(
                    metrics.counter(plural + ".started"), metrics.counter(plural + ".count"),
                    metrics.counter(plural + ".succeeded"), metrics.counter(plural + ".failed"),
                    metrics.counter(plural + ".wrong"), metrics.counter(plural + ".stale"),
                    metrics.samples(plural + ".latency"));
        }
    }

    /** A number that tells this write from all others. */
    long nextWrite() {
        return ++writes;
    }

    Keys keys() {
        return keys;
    }

    /** Asks a peer that is up. */
    void ask(Peer peer, Operation operation, String key, Object value, Map<String, Object> options) {
        ask(peer, operation, key, value, options, NOTHING);
    }

    /** @param whenAnswered what happens once the answer is there, or it is certain that none comes */
    void ask(Peer peer, Operation operation, String key, Object value, Map<String, Object> options,
            Runnable whenAnswered) {
        Request request = new Request(kernel.nextNumber(), operation.name(), key, value, options);
        long acknowledged = history.acknowledged(key);
        open.put(request.id(), new Open(request, peer, operation, kernel.now(), acknowledged, whenAnswered));
        tally(operation).started().add(1);
        if (operation.effect() == Operation.Effect.WRITES) {
            history.attempt(key, value);
        }
        fingerprint.fact(RunEvent.Kind.ASKED.ordinal(), kernel.now());
        fingerprint.fold(peer.id().index());
        fingerprint.text("key", key);
        if (witnesses.want(RunEvent.Kind.ASKED)) {
            witnesses.tell(new RunEvent.Asked(new SimTime(kernel.now()), request.id(), peer.id(), request));
        }
        kernel.within(request.id(), () -> peer.ask(request));
    }

    /** A peer answers; all but the first answer to a request are ignored. */
    public void answer(Request request, Object answer) {
        Open asked = open.remove(request.id());
        if (asked != null) {
            close(asked, answer);
        }
    }

    /** A peer went down: nobody will answer what it was asked. */
    public void abandon(Peer peer, String reason) {
        List<Open> orphans = new ArrayList<>();
        for (Open asked : open.values()) {
            if (asked.peer() == peer) {
                orphans.add(asked);
            }
        }
        for (Open orphan : orphans) {
            open.remove(orphan.request().id());
            close(orphan, new Failure(reason));
        }
    }

    private void close(Open asked, Object answer) {
        Population population = populations.apply(asked.peer());
        Outcome judged = asked.peer().deployment().judge(asked.request(), answer, population);
        Outcome outcome = judge(asked, Misuse.unlessNull(judged, "judge"));
        Tally tally = tally(asked.operation());
        long latency = kernel.now() - asked.asked();
        if (outcome.isSuccess()) {
            tally.latency().record(latency / 1e9);
            tally.succeeded().add(1);
            if (asked.operation().effect() == Operation.Effect.WRITES) {
                history.acknowledge(asked.request().key(), asked.request().value());
                keys.wasPut(asked.request().key());
            }
        } else {
            tally.failed().add(1);
            remember(asked, answer, outcome.reason(), population);
        }
        tally.count().add(1);
        report(asked, outcome, latency);
        asked.whenAnswered().run();
    }

    /** Compares what was read with what was written. */
    private Outcome judge(Open asked, Outcome outcome) {
        if (asked.operation().effect() != Operation.Effect.READS || !outcome.isSuccess()) {
            return outcome;
        }
        String key = asked.request().key();
        if (!history.isKnown(key, outcome.value())) {
            tally(asked.operation()).wrong().add(1);
            return Outcome.failure("wrong value " + outcome.value());
        }
        if (history.isStale(key, outcome.value(), asked.acknowledgedWhenAsked())) {
            tally(asked.operation()).stale().add(1);
        }
        return outcome;
    }

    private void remember(Open asked, Object answer, String reason, Population population) {
        if (failures.size() < MOST_EXPLAINED) {
            failures.add(new FailedOperation(
                    asked.request(), asked.peer().id(), new SimTime(asked.asked()), new SimTime(kernel.now()),
                            reason,
                    explanation(asked, answer, population)));
            failurePlurals.add(asked.operation().plural());
        }
    }

    private static List<String> explanation(Open asked, Object answer, Population population) {
        List<String> lines = asked.peer().deployment().explain(asked.request(), answer, population);
        return lines == null ? List.of() : lines.stream().filter(Objects::nonNull).toList();
    }

    private void report(Open asked, Outcome outcome, long latency) {
        fingerprint.fact(RunEvent.Kind.ANSWERED.ordinal(), kernel.now());
        fingerprint.fold(asked.request().id());
        fingerprint.truth("isSuccess", outcome.isSuccess());
        fingerprint.text("value", text(outcome.value()));
        if (witnesses.want(RunEvent.Kind.ANSWERED)) {
            PeerId peer = asked.peer().id();
            witnesses.tell(new RunEvent.Answered(
                    new SimTime(kernel.now()), asked.request().id(), kernel.handling(), peer, asked.request(),
                            outcome,
                    Span.nanos(latency)));
        }
    }

    /** A text that is the same in each run, whatever a protocol answers with. */
    private static String text(Object value) {
        return value instanceof Payload payload ? payload.content() : String.valueOf(PlainValues.of(value));
    }

    private Tally tally(Operation operation) {
        return tallies.computeIfAbsent(operation.plural(), plural -> Tally.of(metrics, operation));
    }

    /** Failed requests of one kind, from an instant on, as far as they were kept. */
    public List<FailedOperation> failures(String plural, SimTime from) {
        List<FailedOperation> found = new ArrayList<>();
        for (int i = 0; i < failures.size(); i++) {
            if (failurePlurals.get(i).equals(plural) && failures.get(i).failed().compareTo(from) >= 0) {
                found.add(failures.get(i));
            }
        }
        return found;
    }

    /** How many requests wait for an answer. */
    public int waiting() {
        return open.size();
    }
}
