package peerlab.engine.spec;

import peerlab.engine.base.Distribution;
import peerlab.engine.base.LatencyMatrix;
import peerlab.engine.base.Span;

/** How long a message takes from one peer to another, one way. */
public sealed interface LatencySpec {

    /**
     * Drawn from a law.
     *
     * @param isPerLink whether each pair of peers draws once and keeps it; else each message draws
     */
    record Drawn(Distribution law, boolean isPerLink) implements LatencySpec {
        @Override
        public String toString() {
            return law + (isPerLink ? " per link" : "");
        }
    }

    /**
     * As somebody measured it.
     *
     * @param file as the scenario names it
     */
    record Measured(String file, LatencyMatrix matrix) implements LatencySpec {
        @Override
        public String toString() {
            return "as in " + file + ", " + matrix.size() + " rows";
        }
    }

    /**
     * The distance of two places on a plane, a millisecond long where the coordinates differ by one. A place
     * belongs to the inner of two circular normal distributions around one centre, or to the outer.
     *
     * @param inner the share of places in the inner one, as a number
     * @param near the deviation of its coordinates
     * @param far that of the outer one
     */
    record Plane(String name, double inner, Span near, Span far) implements LatencySpec {
        @Override
        public String toString() {
            return "coordinates " + name;
        }
    }

    /**
     * The great circle between two places on the globe, which lie anywhere with equal chance.
     *
     * @param name as a scenario says it
     * @param least for no distance at all
     * @param perThousandMiles what a thousand miles add
     */
    record Globe(String name, Span least, Span perThousandMiles) implements LatencySpec {
        @Override
        public String toString() {
            return "coordinates " + name;
        }
    }
}
