package peerlab.engine.spec;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import peerlab.engine.base.Bandwidth;
import peerlab.engine.base.Distribution;
import peerlab.engine.base.Drift;
import peerlab.engine.base.Offset;
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

    /** Who is named in it: those whom it hits first, then whoever else plays a part. */
    List<SelectorSpec> selectors();

    /** What a step does that begins it and ends it again after a while. */
    default ActionSpec.Inject lasting(Span span) {
        return new ActionSpec.Inject(this, Optional.of(span));
    }

    /** Faults that hit some peers, and in which nobody else plays a part. */
    sealed interface OfPeers extends FaultSpec {

        /** Whom it hits. */
        SelectorSpec who();

        @Override
        default List<SelectorSpec> selectors() {
            return List.of(who());
        }
    }

    /** Faults of links: what happens to messages on their way. */
    sealed interface OfMessages extends FaultSpec {

        /** Which messages. */
        Affected affected();

        @Override
        default List<SelectorSpec> selectors() {
            return Stream.concat(Stream.of(affected().from()), affected().to().stream()).toList();
        }
    }

    /**
     * Peers of different sides cannot reach each other.
     *
     * @param sides one selector against the rest, or several groups against each other
     * @param oneWay only messages from the first side to the others are lost
     * @param bridge a peer that still reaches everybody
     * @param flapping how long the partition lasts, and then is gone, in turn; all the time where absent
     */
    record Partition(List<SelectorSpec> sides, boolean oneWay, Optional<SelectorSpec> bridge,
            Optional<Distribution> flapping) implements FaultSpec {
        public Partition {
            sides = List.copyOf(sides);
        }

        /** A partition that lasts. */
        public Partition(List<SelectorSpec> sides, boolean oneWay, Optional<SelectorSpec> bridge) {
            this(sides, oneWay, bridge, Optional.empty());
        }

        /** The same, where only messages from the first side are lost. */
        public Partition oneWay(boolean isOneWay) {
            return new Partition(sides, isOneWay, bridge, flapping);
        }

        /** The same, with a peer that still reaches everybody. */
        public Partition bridge(SelectorSpec peer) {
            return new Partition(sides, oneWay, Optional.of(peer), flapping);
        }

        /** The same, there for a while and then gone for a while, in turn. */
        public Partition flapping(Distribution spells) {
            return new Partition(sides, oneWay, bridge, Optional.of(spells));
        }

        @Override
        public String words() {
            return sides.stream().map(SelectorSpec::toString).collect(Collectors.joining(" | "))
                    + (oneWay ? " one way" : "") + bridge.map(peer -> " bridge " + peer).orElse("")
                    + flapping.map(law -> " flapping " + law).orElse("");
        }

        @Override
        public List<SelectorSpec> selectors() {
            return Stream.concat(sides.stream(), bridge.stream()).toList();
        }
    }

    /** Each of some peers is cut off from everybody. */
    record Isolate(SelectorSpec who, Direction direction) implements OfPeers {
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
    record Pause(SelectorSpec who) implements OfPeers {
        @Override
        public String words() {
            return who.toString();
        }
    }

    /** Peers take in each message, timer and request so much later, in order. */
    record Slow(SelectorSpec who, Distribution by) implements OfPeers {
        @Override
        public String words() {
            return who + " by " + by;
        }
    }

    /**
     * The clocks of peers are wrong.
     *
     * @param by how far they are ahead or behind from the beginning
     * @param drift how much faster or slower they run
     */
    record Skew(SelectorSpec who, Between<Offset> by, Between<Drift> drift) implements OfPeers {

        /** The same, each by an offset of its own from this range. */
        public Skew by(Offset least, Offset most) {
            return new Skew(who, new Between<>(least, most), drift);
        }

        /** The same, drifting. */
        public Skew drift(Drift speed) {
            return drift(speed, speed);
        }

        /** The same, each drifting by its own draw from this range. */
        public Skew drift(Drift least, Drift most) {
            return new Skew(who, by, new Between<>(least, most));
        }

        @Override
        public String words() {
            boolean isAhead = !by.equals(Between.just(Offset.NONE));
            boolean isDrifting = !drift.equals(Between.just(Drift.NONE));
            return who + (isAhead || !isDrifting ? " by " + by : "")
                    + (isDrifting ? " drift " + drift : "");
        }
    }

    /**
     * Peers come and go.
     *
     * @param via through whom they come back; anybody who is up where absent
     * @param graceful how many of those who go say goodbye; the others crash
     * @param keepsStorage whether who crashed finds what it saved
     * @param startsSteady whether some are away at once, as in the long run; else all are up at first
     */
    record Churn(SelectorSpec who, Lives lives, Optional<SelectorSpec> via, Ratio graceful,
            boolean keepsStorage, boolean startsSteady) implements FaultSpec {

        /** Peers crash and come back through anybody, with what they saved, from a steady state on. */
        public Churn(SelectorSpec who, Lives lives) {
            this(who, lives, Optional.empty(), Ratio.NONE, true, true);
        }

        /** The same, coming back through others. */
        public Churn via(SelectorSpec others) {
            return new Churn(who, lives, Optional.of(others), graceful, keepsStorage, startsSteady);
        }

        /** The same, where a share of those who go say goodbye. */
        public Churn graceful(Ratio share) {
            return new Churn(who, lives, via, share, keepsStorage, startsSteady);
        }

        /** The same, of peers that do not find what they saved. */
        public Churn losingStorage() {
            return new Churn(who, lives, via, graceful, false, startsSteady);
        }

        /** The same, with all of them up at first. */
        public Churn startingUp() {
            return new Churn(who, lives, via, graceful, keepsStorage, false);
        }

        @Override
        public String words() {
            return who + " " + lives + via.map(through -> " via " + through).orElse("")
                    + (graceful.value() > 0 ? " graceful " + graceful : "")
                    + (keepsStorage ? "" : " storage lost") + (startsSteady ? "" : " start up");
        }

        @Override
        public List<SelectorSpec> selectors() {
            return Stream.concat(Stream.of(who), via.stream()).toList();
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

        /** The same, in bad times of this mean length. */
        public Drop bursts(Span length) {
            return new Drop(affected, chance, Optional.of(length), within);
        }

        /** The same, where a bad time spares some. */
        public Drop within(Ratio lost) {
            return new Drop(affected, chance, bursts, Optional.of(lost));
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

        /** The same, so much later. */
        public Duplicate by(Distribution later) {
            return new Duplicate(affected, chance, Optional.of(later));
        }

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

        /** The same, so far behind. */
        public Reorder by(Distribution behind) {
            return new Reorder(affected, chance, Optional.of(behind));
        }

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

        /** The same, taken by the receiver for what was sent. */
        public Corrupt unnoticed() {
            return new Corrupt(affected, chance, true);
        }

        @Override
        public String words() {
            return affected + " chance " + chance + (delivered ? " delivered" : "");
        }
    }

    /** The lines of some peers carry no more than this, up and down. */
    record Throttle(SelectorSpec who, Bandwidth to) implements OfPeers {
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
        /** The same, of a share of the messages. */
        public Byzantine chance(Ratio share) {
            return new Byzantine(
                    who, behaviour, Optional.of(share), by, every, victim, target, towards, type);
        }

        /** The same, so much later. */
        public Byzantine by(Distribution later) {
            return new Byzantine(
                    who, behaviour, chance, Optional.of(later), every, victim, target, towards, type);
        }

        /** The same, so often. */
        public Byzantine every(Span pause) {
            return new Byzantine(
                    who, behaviour, chance, by, Optional.of(pause), victim, target, towards, type);
        }

        /** The same, turned against these. */
        public Byzantine victim(SelectorSpec whom) {
            return new Byzantine(who, behaviour, chance, by, every, Optional.of(whom), target, towards, type);
        }

        /** The same, about a key. */
        public Byzantine target(String key) {
            return new Byzantine(who, behaviour, chance, by, every, victim, Optional.of(key), towards, type);
        }

        /** The same, leading others there. */
        public Byzantine towards(String where) {
            return new Byzantine(who, behaviour, chance, by, every, victim, target, Optional.of(where), type);
        }

        /** The same, with messages of one type. */
        public Byzantine type(String name) {
            return new Byzantine(
                    who, behaviour, chance, by, every, victim, target, towards, Optional.of(name));
        }

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

        @Override
        public List<SelectorSpec> selectors() {
            return Stream.concat(Stream.of(who), victim.stream()).toList();
        }
    }
}
