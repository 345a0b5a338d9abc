package peerlab.cli.bench;

import java.util.List;
import java.util.function.Consumer;

import peerlab.engine.Simulation;
import peerlab.engine.base.Span;
import peerlab.engine.protocol.Protocols;

/**
 * A Kademlia network whose peers come and go, each for 20 minutes on average, over a span of virtual time.
 */
final class ChurnBenchmark implements Benchmark {

    private final String name;
    private final int peers;
    private final Span span;

    ChurnBenchmark(String name, int peers, Span span) {
        this.name = name;
        this.peers = peers;
        this.span = span;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String summary() {
        return peers + " Kademlia peers that come and go, 20 min on average, over " + span;
    }

    @Override
    public List<Figure> measure(Consumer<String> progress) {
        progress.accept(span + " of churn");
        Simulation simulation = Simulation.of(Runs.churn(peers, span), Protocols.installed());
        Runs.Timed timed = Runs.time(simulation, peers, false);
        double joins = timed.number("peers.restarted");
        return List.of(
                new Figure(name + ".run", timed.runSeconds(), "s", span + ", metrics and fingerprint on"),
                new Figure(name + ".messages", timed.perSecond(), "messages/s",
                        "delivered: " + (long) timed.delivered()),
                new Figure(name + ".joins", joins, "", "times that a peer came back"),
                new Figure(name + ".perJoin", timed.number("messages.sent") / joins, "messages",
                        "sent for each of them, refreshes included"));
    }
}
