package peerlab.cli.bench;

import java.util.List;

/** All that {@code peerlab bench} can measure, in the order in which it does. */
public final class Benchmarks {

    private final List<Benchmark> all;

    public Benchmarks(List<Benchmark> all) {
        this.all = List.copyOf(all);
    }

    /** Peerlab's own. */
    public static Benchmarks shipped() {
        return new Benchmarks(List.of());
    }

    public List<Benchmark> all() {
        return all;
    }

    public List<String> names() {
        return all.stream().map(Benchmark::name).toList();
    }
}
