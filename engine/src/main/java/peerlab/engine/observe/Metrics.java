package peerlab.engine.observe;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import peerlab.engine.base.Span;
import peerlab.engine.base.Unit;
import peerlab.engine.protocol.Meter;
import peerlab.engine.protocol.MetricSpec;
import peerlab.engine.spec.Expression;

/** All metrics of one run: counts while it goes on, answers readings, and sums up at the end. */
public final class Metrics implements Meter {

    private final MetricCatalog catalog;
    private final LongSupplier clock;
    private final Map<String, CounterCell> counters = new LinkedHashMap<>();
    private final Map<String, SampleCell> samples = new LinkedHashMap<>();
    private final Map<String, Reading> gauges = new LinkedHashMap<>();
    private final Map<String, Supplier<? extends PeerFollower>> sources = new LinkedHashMap<>();
    private final Map<String, Function<String, ? extends PeerFollower>> parts = new LinkedHashMap<>();
    private PeerFollower[] followers = {};

    /** @param clock the present instant, in nanoseconds */
    public Metrics(MetricCatalog catalog, LongSupplier clock) {
        this.catalog = catalog;
        this.clock = clock;
        for (MetricSpec spec : catalog.all()) {
            if (spec.kind() == MetricSpec.Kind.COUNTER) {
                counter(spec.name());
            } else if (spec.kind() == MetricSpec.Kind.DISTRIBUTION) {
                samples(spec.name());
            }
        }
    }

    @Override
    public CounterCell counter(String name) {
        return counters.computeIfAbsent(name, n -> new CounterCell(clock));
    }

    @Override
    public Samples samples(String name) {
        return samples.computeIfAbsent(name, n -> new SampleCell(unitOf(n), clock));
    }

    private Unit unitOf(String name) {
        return catalog.find(withoutNarrowing(name)).map(MetricCatalog.Named::unit)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no protocol declares a metric '" + name + "'"));
    }

    private static String withoutNarrowing(String name) {
        int open = name.indexOf("['");
        return open < 0 ? name : name.substring(0, open) + name.substring(name.indexOf("']") + 2);
    }

    /** A gauge that some part of the run answers. */
    public void gauge(String name, Reading reading) {
        gauges.put(name, reading);
    }

    /** A gauge that is made when it is first asked for, and follows the peers from then on. */
    public void gauge(String name, Supplier<? extends PeerFollower> source) {
        sources.put(name, source);
    }

    /** A gauge of which one can ask what a peer or a group contributes, by its name. */
    public void parts(String name, Function<String, ? extends PeerFollower> source) {
        parts.put(name, source);
    }

    /** A peer may contribute something else to its gauges. */
    public void touched(int peer) {
        for (PeerFollower follower : followers) {
            follower.touch(peer);
        }
    }

    /** Any peer may contribute something else. */
    public void touchedAll() {
        for (PeerFollower follower : followers) {
            follower.touchAll();
        }
    }

    /** See {@link View#reading}. */
    public Reading reading(Expression.Metric metric, Optional<Span> over) {
        MetricCatalog.Named named = catalog.find(metric.name())
                .orElseThrow(() -> new IllegalArgumentException(
                        "this run has no metric '" + metric.name() + "'"));
        MetricSpec spec = named.spec();
        return switch (spec.kind()) {
            case COUNTER -> counted(narrow(spec.name(), metric.narrowed()), spec.unit(), over);
            case RATE -> new Readings.Rate(
                    counted(narrow(spec.numerator(), metric.narrowed()), Unit.NUMBER, over),
                    counted(narrow(spec.denominator(), metric.narrowed()), Unit.NUMBER, over),
                    Unit.RATIO);
            case DISTRIBUTION -> measured(narrow(spec.name(), metric.narrowed()), named, over);
            case GAUGE -> metric.narrowed().filter(name -> parts.containsKey(spec.name()))
                    .map(name -> narrowed(spec.name(), name)).orElseGet(() -> gauge(spec.name()));
        };
    }

    /** The name of a metric narrowed to one type, peer or kind. */
    public static String narrow(String name, Optional<String> narrowed) {
        int dot = name.indexOf('.');
        return narrowed.map(n -> name.substring(0, dot) + "['" + n + "']" + name.substring(dot)).orElse(name);
    }

    private Reading counted(String name, Unit unit, Optional<Span> over) {
        CounterCell cell = counter(name);
        return over.<Reading>map(span -> new Readings.Growth(cell.window(span.nanos()), unit))
                .orElseGet(() -> new Readings.Total(cell, unit));
    }

    private Reading measured(String name, MetricCatalog.Named named, Optional<Span> over) {
        samples(name);
        SampleCell cell = samples.get(name);
        String measure = named.measure().orElse("mean");
        return over.<Reading>map(span ->
                new Readings.WindowedMeasure(cell.window(span.nanos()), measure, named.unit()))
                .orElseGet(() -> new Readings.Measure(cell, measure, named.unit()));
    }

    private Reading gauge(String name) {
        Reading known = gauges.get(name);
        if (known != null) {
            return known;
        }
        Supplier<? extends PeerFollower> source = sources.get(name);
        if (source == null) {
            throw new IllegalArgumentException("nothing in this run answers '" + name + "'");
        }
        return follow(name, source.get());
    }

    /** What one peer, or one group, contributes to a gauge. */
    private Reading narrowed(String name, String who) {
        String whole = narrow(name, Optional.of(who));
        Reading known = gauges.get(whole);
        return known != null ? known : follow(whole, parts.get(name).apply(who));
    }

    private Reading follow(String name, PeerFollower follower) {
        followers = Arrays.copyOf(followers, followers.length + 1);
        followers[followers.length - 1] = follower;
        gauges.put(name, follower);
        return follower;
    }

    /**
     * The last value of every metric, those of the catalogue in its order, each followed by its narrowed
     * ones.
     */
    public Map<String, MetricReport.Value> values(boolean withTopology) {
        Map<String, MetricReport.Value> values = new LinkedHashMap<>();
        for (MetricSpec spec : catalog.all()) {
            if (spec.name().startsWith("topology.") && !withTopology) {
                continue;
            }
            value(spec).ifPresent(value -> values.put(spec.name(), value));
            narrowedOf(spec, values);
        }
        return values;
    }

    private Optional<MetricReport.Value> value(MetricSpec spec) {
        return switch (spec.kind()) {
            case COUNTER -> Optional.of(scalar(counter(spec.name()).value(), spec.unit()));
            case RATE -> Optional.of(rate(counter(spec.numerator()), counter(spec.denominator())));
            case DISTRIBUTION -> Optional.of(samples.get(spec.name()).summary());
            case GAUGE -> gaugeNow(spec.name()).map(value -> scalar(value, spec.unit()));
        };
    }

    private Optional<Double> gaugeNow(String name) {
        Reading known = gauges.get(name);
        if (known != null) {
            return Optional.of(known.at(clock.getAsLong()));
        }
        return Optional.ofNullable(sources.get(name)).map(source -> source.get().at(clock.getAsLong()));
    }

    private void narrowedOf(MetricSpec spec, Map<String, MetricReport.Value> values) {
        int dot = spec.name().indexOf('.');
        String prefix = spec.name().substring(0, dot) + "['";
        String suffix = "']" + spec.name().substring(dot);
        counters.forEach((name, cell) -> {
            if (name.startsWith(prefix) && name.endsWith(suffix)) {
                values.put(name, scalar(cell.value(), spec.unit()));
            }
        });
        samples.forEach((name, cell) -> {
            if (name.startsWith(prefix) && name.endsWith(suffix)) {
                values.put(name, cell.summary());
            }
        });
    }

    private static MetricReport.Value scalar(double value, Unit unit) {
        return new MetricReport.Scalar(value, unit);
    }

    private static MetricReport.Value rate(CounterCell above, CounterCell below) {
        return scalar(below.value() == 0 ? Double.NaN : above.value() / (double) below.value(), Unit.RATIO);
    }
}
