package peerlab.engine.protocol;

/** Where a protocol's deployment counts what it declares as metrics. Asked before the run, used during it. */
public interface Meter {

    /** The counter of this dotted name; the same one each time. */
    Counter counter(String name);

    /** The distribution of this dotted name, in the unit that its metric declares. */
    Samples samples(String name);

    /** A number that only grows. */
    interface Counter {
        void add(long amount);
    }

    /** Many values of one kind, kept as a histogram. */
    interface Samples {
        void record(double value);
    }
}
