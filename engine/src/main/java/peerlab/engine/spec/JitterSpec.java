package peerlab.engine.spec;

import peerlab.engine.base.Distribution;
import peerlab.engine.base.Ratio;
import peerlab.engine.base.Span;

/** What each message takes beyond the latency of its link. */
public sealed interface JitterSpec {

    /** A time, drawn for each message. */
    record Drawn(Distribution law) implements JitterSpec {
        @Override
        public String toString() {
            return law.toString();
        }
    }

    /** The positive half of a bell curve whose deviation is this share of the message's latency. */
    record Relative(Ratio share) implements JitterSpec {
        @Override
        public String toString() {
            return share + " of its latency";
        }
    }

    /**
     * The tail of a generalised Pareto law that begins at nothing: most messages take hardly longer, and a
     * few very much.
     *
     * @param shape the heavier the tail, the larger
     * @param upTo the quantile where it is cut off; with a shape of 1 or more its mean has no bound
     */
    record Tail(Span scale, double shape, Ratio upTo) implements JitterSpec {
        @Override
        public String toString() {
            return "generalised Pareto, scale " + scale + ", shape " + shape + ", up to its " + upTo
                    + " quantile";
        }
    }
}
