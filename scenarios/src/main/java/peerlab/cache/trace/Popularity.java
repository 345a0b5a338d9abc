package peerlab.cache.trace;

import java.util.function.IntToDoubleFunction;

import peerlab.engine.base.RandomSource;

/** How often each of so many keys is asked for, each time independently of all before. */
public final class Popularity {

    private final double[] shares;

    private Popularity(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        shares = weights;
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
    }

    /** Zipf's law: key i, from 0, in proportion to 1 / (i + 1) to the power of the exponent. */
    public static Popularity zipf(int keys, double exponent) {
        double[] weights = new double[keys];
        for (int i = 0; i < keys; i++) {
            weights[i] = StrictMath.pow(i + 1, -exponent);
        }
        return new Popularity(weights);
    }

    /** Each key in proportion to its weight, by its number from 0. */
    public static Popularity weighted(int keys, IntToDoubleFunction weight) {
        double[] weights = new double[keys];
        for (int i = 0; i < keys; i++) {
            weights[i] = weight.applyAsDouble(i);
        }
        return new Popularity(weights);
    }

    /** All keys alike. */
    public static Popularity uniform(int keys) {
        return zipf(keys, 0);
    }

    /** A share of the keys, at least one, gets a share of the requests; in both parts all keys are alike. */
    public static Popularity hotSpot(int keys, double shareOfKeys, double shareOfRequests) {
        int hot = (int) Math.max(1, Math.min(keys, Math.round(keys * shareOfKeys)));
        double[] weights = new double[keys];
        for (int i = 0; i < keys; i++) {
            weights[i] = i < hot ? shareOfRequests / hot : (1 - shareOfRequests) / (keys - hot);
        }
        return new Popularity(weights);
    }

    public int keys() {
        return shares.length;
    }

    /** The probability that a request is for this key. */
    public double share(int key) {
        return shares[key];
    }

    /** Requests of this popularity. */
    public KeySource source(RandomSource random) {
        AliasTable table = new AliasTable(shares);
        return () -> table.draw(random);
    }

    /**
     * Requests whose popularity shifts: after so many of them the most popular keys become the least popular
     * ones, and all others move up.
     *
     * @param keys how many move down at once
     */
    public KeySource shifting(RandomSource random, long every, int keys) {
        KeySource source = source(random);
        int all = keys();
        return new KeySource() {
            private long requests;

            @Override
            public long next() {
                long shift = requests++ / every * keys % all;
                return (source.next() + shift) % all;
            }
        };
    }

    /** Requests for one key after the other, from the first to the last and again. */
    public static KeySource scan(int keys) {
        return new KeySource() {
            private long requests;

            @Override
            public long next() {
                return requests++ % keys;
            }
        };
    }
}
