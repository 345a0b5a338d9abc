package peerlab.engine.script;

import java.math.BigDecimal;

import peerlab.engine.base.Bandwidth;
import peerlab.engine.base.Bytes;
import peerlab.engine.base.Distribution;
import peerlab.engine.base.Drift;
import peerlab.engine.base.Offset;
import peerlab.engine.base.Pareto;
import peerlab.engine.base.Ratio;
import peerlab.engine.base.Span;
import peerlab.engine.base.Weibull;

/** The words for spans, shares, sizes and laws of chance. */
public abstract class Quantities {

    Quantities() {
    }

    public static Span micros(long micros) {
        return Span.micros(micros);
    }

    public static Span millis(long millis) {
        return Span.millis(millis);
    }

    public static Span seconds(long seconds) {
        return Span.seconds(seconds);
    }

    /** {@code seconds(1.5)}, to the nanosecond. */
    public static Span seconds(double seconds) {
        return new Span(BigDecimal.valueOf(seconds).movePointRight(9).longValue());
    }

    public static Span minutes(long minutes) {
        return Span.minutes(minutes);
    }

    public static Span hours(long hours) {
        return Span.hours(hours);
    }

    public static Ratio percent(double percent) {
        return new Ratio(BigDecimal.valueOf(percent).movePointLeft(2).doubleValue());
    }

    /** A clock that shows a later time than it is. */
    public static Offset ahead(Span span) {
        return Offset.of(span);
    }

    /** A clock that shows an earlier time than it is. */
    public static Offset behind(Span span) {
        return new Offset(-span.nanos());
    }

    /** How much too fast a clock runs or, negative, too slow: in parts per million. */
    public static Drift ppm(double ppm) {
        return new Drift(ppm);
    }

    public static Bytes bytes(long bytes) {
        return new Bytes(bytes);
    }

    public static Bytes kibibytes(long kibibytes) {
        return new Bytes(Math.multiplyExact(kibibytes, 1L << 10));
    }

    public static Bytes mebibytes(long mebibytes) {
        return new Bytes(Math.multiplyExact(mebibytes, 1L << 20));
    }

    public static Bandwidth kilobits(long aSecond) {
        return new Bandwidth(Math.multiplyExact(aSecond, 1_000L));
    }

    public static Bandwidth megabits(long aSecond) {
        return new Bandwidth(Math.multiplyExact(aSecond, 1_000_000L));
    }

    public static Distribution fixed(Span span) {
        return new Distribution.Fixed(span);
    }

    public static Distribution uniform(Span least, Span most) {
        return new Distribution.Uniform(least, most);
    }

    public static Distribution normal(Span mean, Span deviation) {
        return new Distribution.Normal(mean, deviation);
    }

    public static Distribution exponential(Span mean) {
        return new Distribution.Exponential(mean);
    }

    public static Distribution lognormal(Span median, double sigma) {
        return new Distribution.LogNormal(median, sigma);
    }

    /** The law of Pareto with a mean; by its scale it is {@code Pareto.ofScale}. */
    public static Distribution pareto(double shape, Span mean) {
        return Pareto.ofMean(shape, mean);
    }

    /** The law of Weibull with a mean; by its scale it is {@code Weibull.ofScale}. */
    public static Distribution weibull(double shape, Span mean) {
        return Weibull.ofMean(shape, mean);
    }
}
