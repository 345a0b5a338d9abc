package peerlab.engine.spec;

import peerlab.engine.base.Ratio;

/**
 * Who is meant. Resolved when its step runs, among those whom the verb can mean, from a random stream
 * of that step's own.
 */
public sealed interface SelectorSpec {

    /** Everybody. */
    record All() implements SelectorSpec {
        @Override
        public String toString() {
            return "all";
        }
    }

    /**
     * A number of peers of a wider selection, chosen uniformly; {@code one} and {@code any(peer)} are a count
     * of 1.
     */
    record Some(int count, SelectorSpec of) implements SelectorSpec {
        @Override
        public String toString() {
            return "any " + count + (of instanceof All ? "" : " of " + of);
        }
    }

    /**
     * A share of a wider selection, rounded to the nearest number, at least one where the share is not zero.
     */
    record Share(Ratio share, SelectorSpec of) implements SelectorSpec {
        @Override
        public String toString() {
            return "any " + share + (of instanceof All ? "" : " of " + of);
        }
    }

    /** The largest number of peers that is less than half. */
    record Minority() implements SelectorSpec {
        @Override
        public String toString() {
            return "minority";
        }
    }

    /** The smallest number of peers that is more than half. */
    record Majority() implements SelectorSpec {
        @Override
        public String toString() {
            return "majority";
        }
    }

    /** A peer, a group, or those whom an earlier step chose under this name. */
    record Named(String name) implements SelectorSpec {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Peers {@code first} to {@code last} of the unnamed group, counted from 1, both included. */
    record Numbered(int first, int last) implements SelectorSpec {
        @Override
        public String toString() {
            return "peers " + first + ".." + last;
        }
    }

    /** Those of one selection who are not in another. */
    record Except(SelectorSpec of, SelectorSpec without) implements SelectorSpec {
        @Override
        public String toString() {
            return of + " except " + without;
        }
    }

    /** Those who are down, among a wider selection. */
    record Down(SelectorSpec of) implements SelectorSpec {
        @Override
        public String toString() {
            return of instanceof All ? "down" : "down of " + of;
        }
    }

    /** Those for whom a condition over one peer's values holds. */
    record Where(Expression condition) implements SelectorSpec {
        @Override
        public String toString() {
            return "where " + condition;
        }
    }

    /** The peers whose place is closest to a key, as the protocol measures it. */
    record Closest(int count, String key) implements SelectorSpec {
        @Override
        public String toString() {
            return "closest " + count + " to " + key;
        }
    }

    /** Whoever leads, in a protocol that has a leader. */
    record Leader() implements SelectorSpec {
        @Override
        public String toString() {
            return "leader";
        }
    }

    /**
     * Everybody whom the step has not named yet: the far side of a partition, those who are not the leader.
     */
    record Others() implements SelectorSpec {
        @Override
        public String toString() {
            return "others";
        }
    }
}
