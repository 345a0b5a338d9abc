package peerlab.engine.spec;

import peerlab.engine.base.Numerals;
import peerlab.engine.base.Ratio;
import peerlab.engine.base.Span;

/** Which keys an operation is about. */
public sealed interface KeysSpec {

    /** Fresh ones, {@code key-1} to {@code key-n} or on from the last. */
    record Fresh(int count) implements KeysSpec {
        @Override
        public String toString() {
            return count + " keys";
        }
    }

    /** One already put, uniformly. */
    record AnyPut() implements KeysSpec {
        @Override
        public String toString() {
            return "any key";
        }
    }

    /** One never seen before, uniform over the protocol's key space. */
    record Random() implements KeysSpec {
        @Override
        public String toString() {
            return "random key";
        }
    }

    /**
     * One already put, by popularity: the r-th is chosen in proportion to r to the power of minus the
     * exponent.
     */
    record Zipf(double exponent) implements KeysSpec {
        @Override
        public String toString() {
            return "zipf(" + exponent + ")";
        }
    }

    /**
     * One of {@code key-1} to {@code key-n}, put or not, by popularity.
     *
     * @param shift so many keys, the most popular, become the least popular at a time; 0 for never
     * @param every how often that happens
     */
    record Popular(double exponent, int of, int shift, Span every) implements KeysSpec {
        @Override
        public String toString() {
            return "zipf(" + Numerals.of(exponent) + ") of " + of + " keys"
                    + (shift == 0 ? "" : ", shifting by " + shift + " every " + every);
        }
    }

    /** One of {@code key-1} to {@code key-n}, each as likely as the others. */
    record Uniform(int of) implements KeysSpec {
        @Override
        public String toString() {
            return "any of " + of + " keys";
        }
    }

    /** One of {@code key-1} to {@code key-n}: a share of the requests is for a share of the keys. */
    record HotSpot(int of, Ratio keys, Ratio requests) implements KeysSpec {
        @Override
        public String toString() {
            return "any of " + of + " keys, " + requests + " of the time of " + keys + " of them";
        }
    }

    /** {@code key-1} to {@code key-n}, one after the other and again. */
    record Scan(int of) implements KeysSpec {
        @Override
        public String toString() {
            return "each of " + of + " keys in turn";
        }
    }

    /** This one. */
    record Named(String key) implements KeysSpec {
        @Override
        public String toString() {
            return key;
        }
    }
}
