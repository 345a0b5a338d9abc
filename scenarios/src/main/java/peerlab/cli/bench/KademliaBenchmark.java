package peerlab.cli.bench;

import java.util.List;
import java.util.function.Consumer;

import peerlab.engine.Simulation;
import peerlab.engine.protocol.Protocols;

/**
 * Lookups of random keys among converged Kademlia peers: 160-bit ids, k = 20, alpha = 3, a time-out per
 * request.
 */
final class KademliaBenchmark implements Benchmark {

    private final String name;
    private final int peers;
    private final int lookups;
    private final int rounds;

    /** @param rounds how often; the last is reported, so that two or more let the compiler warm up */
    KademliaBenchmark(String name, int peers, int lookups, int rounds) {
        this.name = name;
        this.peers = peers;
        this.lookups = lookups;
        this.rounds = rounds;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String summary() {
        return lookups + " lookups of random keys among " + peers + " converged Kademlia peers";
    }

    @Override
    public List<Figure> measure(Consumer<String> progress) {
        Protocols protocols = Protocols.installed();
        Runs.Timed timed = null;
        for (int round = 1; round <= rounds; round++) {
            progress.accept("round " + round + " of " + rounds);
            timed = Runs.time(Simulation.of(Runs.kademlia(peers, lookups), protocols), peers,
                    round == rounds);
        }
        return List.of(
                new Figure(name + ".setUp", timed.setUpSeconds(), "s", "ids and converged tables"),
                new Figure(name + ".run", timed.runSeconds(), "s", "the lookups, metrics and fingerprint on"),
                new Figure(name + ".messages", timed.perSecond(), "messages/s",
                        "delivered requests and answers: " + (long) timed.delivered()),
                new Figure(name + ".heapPerPeer", timed.heapPerPeer(), "bytes", "live after set-up"),
                new Figure(name + ".exact", timed.number("lookups.exact") / lookups * 100, "%",
                        "lookups that found the true k closest"));
    }
}
