package peerlab.engine.spec;

import java.util.List;
import java.util.Optional;

/** What goes wrong, as data; the engine knows how to apply each and how to undo it. */
public sealed interface FaultSpec {

    /** The word that a scenario writes for it. */
    String verb();

    /**
     * Peers of different sides cannot reach each other.
     *
     * @param sides one selector against the rest, or several groups against each other
     * @param oneWay only messages from the first side to the others are lost
     * @param bridge a peer that still reaches everybody
     */
    record Partition(List<SelectorSpec> sides, boolean oneWay, Optional<SelectorSpec> bridge)
            implements FaultSpec {
        public Partition {
            sides = List.copyOf(sides);
        }

        @Override
        public String verb() {
            return "partition";
        }
    }
}
