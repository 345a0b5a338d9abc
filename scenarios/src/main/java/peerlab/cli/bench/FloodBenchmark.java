package peerlab.cli.bench;

import java.util.List;
import java.util.function.Consumer;

import peerlab.engine.Simulation;
import peerlab.engine.protocol.Protocols;

/** A flood: each peer passes a message that it sees for the first time to its ten or more neighbours. */
final class FloodBenchmark implements Benchmark {

    private static final int PEERS = 10_000;
    private static final int RUMOURS = 100;
    private static final int ROUNDS = 3;

    @Override
    public String name() {
        return "flood";
    }

    @Override
    public String summary() {
        return RUMOURS + " rumours flooding " + PEERS + " peers of ten neighbours or more";
    }

    @Override
    public List<Figure> measure(Consumer<String> progress) {
        Protocols protocols = Protocols.installed();
        Runs.Timed timed = null;
        for (int round = 1; round <= ROUNDS; round++) {
            progress.accept("round " + round + " of " + ROUNDS);
            timed = Runs.time(Simulation.of(Runs.flood(PEERS, RUMOURS), protocols), PEERS, false);
        }
        return List.of(new Figure("flood.messages", timed.perSecond(), "messages/s",
                "delivered: " + (long) timed.delivered()));
    }
}
