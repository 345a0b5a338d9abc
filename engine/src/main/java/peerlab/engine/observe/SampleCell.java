package peerlab.engine.observe;

import java.util.Arrays;
import java.util.function.LongSupplier;

import org.HdrHistogram.Histogram;

import peerlab.engine.base.Unit;
import peerlab.engine.protocol.Meter;

/**
 * Many values of one kind: a histogram with three exact digits, besides the exact sum and extremes, and the
 * windows that somebody reads it through. Whole numbers below 2,048 are kept exactly.
 */
final class SampleCell implements Meter.Samples {

    private static final int DIGITS = 3;

    private final LongSupplier clock;
    private final Unit unit;
    private final double scale;
    private final Histogram histogram = new Histogram(DIGITS);
    private double sum;
    private double least = Double.NaN;
    private double most = Double.NaN;
    private SlidingLog[] windows = {};

    SampleCell(Unit unit, LongSupplier clock) {
        this.unit = unit;
        this.clock = clock;
        this.scale = unit == Unit.SECONDS || unit == Unit.RATIO ? 1e9 : 1;
        histogram.setAutoResize(true);
    }

    @Override
    public void record(double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "a distribution takes finite values from 0 up, found " + value);
        }
        histogram.recordValue(StrictMath.round(value * scale));
        sum += value;
        least = !(least <= value) ? value : least;
        most = !(most >= value) ? value : most;
        for (SlidingLog window : windows) {
            window.add(clock.getAsLong(), value);
        }
    }

    Unit unit() {
        return unit;
    }

    long count() {
        return histogram.getTotalCount();
    }

    SlidingLog window(long span) {
        SlidingLog window = new SlidingLog(span);
        windows = Arrays.copyOf(windows, windows.length + 1);
        windows[windows.length - 1] = window;
        return window;
    }

    MetricReport.Summary summary() {
        long count = count();
        if (count == 0) {
            double none = Double.NaN;
            return new MetricReport.Summary(0, none, none, none, none, none, none, none, unit);
        }
        return new MetricReport.Summary(
                count, sum / count, least, percentile(50), percentile(90), percentile(95), percentile(99),
                        most, unit);
    }

    /** A measure of all values: {@code p95}. */
    double measure(String name) {
        if (count() == 0) {
            return "count".equals(name) ? 0 : Double.NaN;
        }
        return switch (name) {
            case "count" -> count();
            case "mean" -> sum / count();
            case "min" -> least;
            case "max" -> most;
            default -> percentile(Integer.parseInt(name.substring(1)));
        };
    }

    /** A measure of the values within a window, exact. */
    static double measure(String name, SlidingLog window) {
        int count = window.count();
        if (count == 0) {
            return "count".equals(name) ? 0 : Double.NaN;
        }
        return switch (name) {
            case "count" -> count;
            case "mean" -> window.sum() / count;
            case "min" -> window.sorted()[0];
            case "max" -> window.sorted()[count - 1];
            default -> window.sorted()[rank(Integer.parseInt(name.substring(1)), count)];
        };
    }

    /**
     * The position of a percentile among sorted values: the smallest value that so many percent do not
     * exceed.
     */
    private static int rank(int percent, int count) {
        return Math.max(0, (int) (((long) percent * count + 99) / 100) - 1);
    }

    private double percentile(int percent) {
        double value = histogram.getValueAtPercentile(percent) / scale;
        return Math.min(most, Math.max(least, value));
    }
}
