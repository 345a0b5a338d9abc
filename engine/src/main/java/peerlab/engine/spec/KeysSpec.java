package peerlab.engine.spec;

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

    /** This one. */
    record Named(String key) implements KeysSpec {
        @Override
        public String toString() {
            return key;
        }
    }
}
