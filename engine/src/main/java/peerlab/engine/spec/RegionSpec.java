package peerlab.engine.spec;

import peerlab.engine.base.Ratio;

/** A part of the world, and who lives there. */
public record RegionSpec(String name, Population population) {

    /** Who lives in a region. */
    public sealed interface Population {
    }

    /** A share of all peers, the next in the order of the scenario. */
    public record Share(Ratio share) implements Population {
        @Override
        public String toString() {
            return share.toString();
        }
    }

    /** So many peers, the next in the order of the scenario. */
    public record Count(int count) implements Population {
        @Override
        public String toString() {
            return Integer.toString(count);
        }
    }

    /** Those whom a selector means. */
    public record Chosen(SelectorSpec who) implements Population {
        @Override
        public String toString() {
            return who.toString();
        }
    }

    @Override
    public String toString() {
        return name + " " + population;
    }
}
