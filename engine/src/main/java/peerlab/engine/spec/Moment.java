package peerlab.engine.spec;

import peerlab.engine.base.SimTime;

/** An instant that an expectation counts from. */
public sealed interface Moment {

    /** A time. */
    record Time(SimTime time) implements Moment {
        @Override
        public String toString() {
            return time.toString();
        }
    }

    /**
     * The moment of the step with this mark: of its last peer for a step that takes them one by one, of its
     * end for a window.
     */
    record Mark(String name) implements Moment {
        @Override
        public String toString() {
            return "'" + name + "'";
        }
    }
}
