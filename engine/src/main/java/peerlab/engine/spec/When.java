package peerlab.engine.spec;

import peerlab.engine.base.SimTime;

/** At what time a step takes place. */
public sealed interface When {

    SimTime begins();

    /** Once, or beginning here and then one by one. */
    record At(SimTime time) implements When {
        @Override
        public SimTime begins() {
            return time;
        }
    }

    /** Held, or repeated, from one instant up to another that no longer belongs to it. */
    record During(SimTime from, SimTime to) implements When {
        @Override
        public SimTime begins() {
            return from;
        }
    }
}
