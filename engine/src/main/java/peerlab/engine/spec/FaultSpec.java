package peerlab.engine.spec;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import peerlab.engine.base.Bandwidth;
import peerlab.engine.base.Distribution;
import peerlab.engine.base.Ratio;
import peerlab.engine.base.Span;

/** What goes wrong, as data; the engine knows how to apply each and how to undo it. */
public sealed interface FaultSpec {

    /** The word that a scenario writes for it. */
    default String verb() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /**
     * What stands behind the verb, in words: {@code any 3 chance 20%}. It tells a step from all others, and
     * names the step's random stream: it says all that the fault says.
     */
    String words();

    /** Faults of links: what happens to messages on their way. */
    sealed interface OfMessages extends FaultSpec {

        /** Which messages. */
        Affected affected();
    }

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
        public String words() {
            return sides.stream().map(SelectorSpec::toString).collect(Collectors.joining(" | "))
                    + (oneWay ? " one way" : "") + bridge.map(peer -> " bridge " + peer).orElse("");
        }
    }

    /** Each of some peers is cut off from everybody. */
    record Isolate(SelectorSpec who, Direction direction) implements FaultSpec {
        @Override
        public String words() {
            return who + (direction == Direction.BOTH ? "" : " " + direction);
        }
    }

    /** Which way messages do not get through, seen from the peer that is concerned. */
    enum Direction {
        IN, OUT, BOTH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Peers do nothing for a while, and then all that has gathered. */
    record Pause(SelectorSpec who) implements FaultSpec {
        @Override
        public String words() {
            return who.toString();
        }
    }

    /**
     * Messages are lost by chance.
     *
     * @param bursts the mean length of a bad time, outside of which nothing is lost
     * @param within the share that is lost in a bad time; all of it where absent
     */
    record Drop(Affected affected, Ratio chance, Optional<Span> bursts, Optional<Ratio> within)
            implements OfMessages {

        /** Each message by itself. */
        public Drop(Affected affected, Ratio chance) {
            this(affected, chance, Optional.empty(), Optional.empty());
        }

        @Override
        public String words() {
            return affected + " chance " + chance + bursts.map(length -> " bursts " + length).orElse("")
                    + within.map(lost -> " within " + lost).orElse("");
        }
    }

    /** Messages take longer. */
    record Delay(Affected affected, Distribution by) implements OfMessages {
        @Override
        public String words() {
            return affected + " by " + by;
        }
    }

    /**
     * Of some messages a copy arrives as well.
     *
     * @param by how much later the copy arrives; right behind the message where absent
     */
    record Duplicate(Affected affected, Ratio chance, Optional<Distribution> by) implements OfMessages {
        @Override
        public String words() {
            return affected + " chance " + chance + by.map(later -> " by " + later).orElse("");
        }
    }

    /**
     * Others overtake some messages.
     *
     * @param by how far they fall behind; a usual time where absent
     */
    record Reorder(Affected affected, Ratio chance, Optional<Distribution> by) implements OfMessages {
        @Override
        public String words() {
            return affected + " chance " + chance + by.map(later -> " by " + later).orElse("");
        }
    }

    /**
     * Some messages change on their way.
     *
     * @param delivered whether the receiver takes it for what was sent; else it notices and drops it
     */
    record Corrupt(Affected affected, Ratio chance, boolean delivered) implements OfMessages {
        @Override
        public String words() {
            return affected + " chance " + chance + (delivered ? " delivered" : "");
        }
    }

    /** The lines of some peers carry no more than this, up and down. */
    record Throttle(SelectorSpec who, Bandwidth to) implements FaultSpec {
        @Override
        public String words() {
            return who + " to " + to;
        }
    }

    /**
     * Peers do not keep to their protocol.
     *
     * @param behaviour how they behave: {@code lies}, or the full name of somebody's own class
     * @param chance how likely it is that a message is concerned; all are where absent
     * @param by how much later
     * @param every how often they do what they do again and again
     * @param victim whom they are turned against; everybody where absent
     * @param target the key that it is about
     * @param towards where they lead others
     * @param type the name of the message type that is concerned; every type where absent
     */
    record Byzantine(
            SelectorSpec who, String behaviour, Optional<Ratio> chance, Optional<Distribution> by,
            Optional<Span> every, Optional<SelectorSpec> victim, Optional<String> target,
            Optional<String> towards, Optional<String> type) implements FaultSpec {
        @Override
        public String words() {
            return who + " " + behaviour + chance.map(share -> " chance " + share).orElse("")
                    + by.map(span -> " by " + span).orElse("")
                    + every.map(span -> " every " + span).orElse("")
                    + victim.map(peers -> " victim " + peers).orElse("")
                    + target.map(key -> " target " + key).orElse("")
                    + towards.map(where -> " towards " + where).orElse("")
                    + type.map(name -> " type " + name).orElse("");
        }
    }
}
