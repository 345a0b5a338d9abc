package peerlab.cli.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import peerlab.cache.trace.GeneratedTrace;
import peerlab.cache.trace.Popularity;
import peerlab.cache.trace.Trace;
import peerlab.engine.Simulation;
import peerlab.engine.base.Bytes;
import peerlab.engine.base.RandomSource;
import peerlab.engine.base.Span;
import peerlab.engine.protocol.Protocols;
import peerlab.engine.protocol.Recording;

/** A trace that is replayed against a cache ring with an origin behind it, network, metrics and all. */
final class RingBenchmark implements Benchmark {

    private static final int PEERS = 8;
    private static final int REQUESTS = 1_000_000;
    private static final int KEYS = 100_000;
    private static final double EXPONENT = 0.9;
    private static final int ROUNDS = 3;

    private final int requests;
    private final int rounds;

    RingBenchmark() {
        this(REQUESTS, ROUNDS);
    }

    /** @param rounds how often; the best is reported */
    RingBenchmark(int requests, int rounds) {
        this.requests = requests;
        this.rounds = rounds;
    }

    @Override
    public String name() {
        return "ring";
    }

    @Override
    public String summary() {
        return requests + " requests of a trace, asked of a cache ring of " + PEERS + " peers";
    }

    @Override
    public List<Figure> measure(Consumer<String> progress) {
        Runs.Timed best = null;
        for (int round = 1; round <= rounds; round++) {
            progress.accept("round " + round + " of " + rounds);
            Runs.Timed timed = Runs.time(Simulation.of(Runs.ring(PEERS, requests), Protocols.installed())
                    .withRecordings((name, place) -> new Made(requests)), PEERS, false);
            best = best == null || timed.runSeconds() < best.runSeconds() ? timed : best;
        }
        return List.of(
                new Figure("ring.run", best.runSeconds(), "s", "best of " + rounds
                        + ", metrics and fingerprint on"),
                new Figure("ring.requests", best.number("gets.count") / best.runSeconds(), "requests/s",
                        "answered: " + (long) best.number("gets.succeeded")),
                new Figure("ring.messages", best.perSecond(), "messages/s", "delivered: "
                        + (long) best.delivered()),
                new Figure("ring.misses", 100 * best.number("origin.share"), "%",
                        "gets for which the origin was asked"));
    }

    /** The trace as it would come from a file. */
    private static final class Made implements Recording {

        private final Trace trace;

        Made(int requests) {
            this.trace = GeneratedTrace.of(
                    Popularity.zipf(KEYS, EXPONENT).source(new RandomSource(1)), requests);
        }

        @Override
        public Optional<Recorded> next() {
            return trace.next() ? Optional.of(new Recorded(new Span(trace.nanos()), Optional.empty(),
                    Long.toString(trace.key()), Optional.of(new Bytes(trace.size())), Optional.empty()))
                    : Optional.empty();
        }

        @Override
        public void close() {
            // it was never opened
        }
    }
}
