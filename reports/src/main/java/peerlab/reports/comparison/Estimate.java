package peerlab.reports.comparison;

import java.util.List;

/**
 * What a metric came to over several runs that differ by their seeds only.
 *
 * @param count how many runs had a value
 * @param deviation of the values among each other, with one degree of freedom less; NaN for one value
 * @param halfWidth how far the mean that one would find over all seeds may lie from this one, at 95 %
 *     confidence, by Student's law; NaN for one value
 */
public record Estimate(
        int count, double mean, double deviation, double halfWidth, double least, double most) {

    /** Student's 97.5 % quantiles for 1, 2, 3, ... degrees of freedom. */
    private static final double[] STUDENT = {
        12.70620, 4.302653, 3.182446, 2.776445, 2.570582, 2.446912, 2.364624, 2.306004, 2.262157, 2.228139,
        2.200985, 2.178813, 2.160369, 2.144787, 2.131450, 2.119905, 2.109816, 2.100922, 2.093024, 2.085963,
        2.079614, 2.073873, 2.068658, 2.063899, 2.059539, 2.055529, 2.051831, 2.048407, 2.045230, 2.042272};
    private static final double NORMAL = 1.959963984540054;

    /** Empty values are left out; where none is left all is NaN. */
    public static Estimate of(List<Double> values) {
        List<Double> known = values.stream().filter(Double::isFinite).toList();
        int count = known.size();
        if (count == 0) {
            return new Estimate(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double sum = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double value : known) {
            sum += value;
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        double mean = sum / count;
        double squares = 0;
        for (double value : known) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = count == 1 ? Double.NaN : StrictMath.sqrt(squares / (count - 1));
        double half = count == 1 ? Double.NaN : quantile(count - 1) * deviation / StrictMath.sqrt(count);
        return new Estimate(count, mean, deviation, half, least, most);
    }

    public boolean isKnown() {
        return count > 0;
    }

    /** Whether there is more than one value, so that one can tell how sure the mean is. */
    public boolean hasWidth() {
        return count > 1;
    }

    /** Beyond the table by the first three terms of the expansion in 1/n (Fisher and Cornish 1960). */
    static double quantile(int freedom) {
        if (freedom <= STUDENT.length) {
            return STUDENT[freedom - 1];
        }
        double z = NORMAL;
        double square = z * z;
        double n = freedom;
        return z + z * (square + 1) / (4 * n)
                + z * ((5 * square + 16) * square + 3) / (96 * n * n)
                + z * (((3 * square + 19) * square + 17) * square - 15) / (384 * n * n * n);
    }
}
