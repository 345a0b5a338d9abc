package peerlab.cli.bench;

import java.nio.file.Path;
import java.util.List;

import peerlab.engine.base.Span;

/** All that {@code peerlab bench} can measure, in the order in which it does. */
public final class Benchmarks {

    private final List<Benchmark> all;

    public Benchmarks(List<Benchmark> all) {
        this.all = List.copyOf(all);
    }

    /** Peerlab's own. */
    public static Benchmarks shipped() {
        Path home = Path.of(System.getProperty("peerlab.home", "."));
        return new Benchmarks(List.of(
                new QueueBenchmark(),
                new KademliaBenchmark("kademlia", 10_000, 100_000, 3),
                new FloodBenchmark(),
                new TraceBenchmark(),
                new ReportBenchmark(),
                new RulesBenchmark(10_000, 20, 20_000),
                new PolicyBenchmark(),
                new RingBenchmark(),
                new StartBenchmark(home),
                new CheckBenchmark(home, 5_000),
                new ChurnBenchmark("churn", 10_000, Span.hours(1)),
                new KademliaBenchmark("large", 100_000, 20_000, 1),
                new KademliaBenchmark("million", 1_000_000, 100_000, 1),
                new ChurnBenchmark("churn-day", 10_000, Span.hours(24))));
    }

    public List<Benchmark> all() {
        return all;
    }

    public List<String> names() {
        return all.stream().map(Benchmark::name).toList();
    }
}
