package peerlab.engine.script;

import java.util.List;
import java.util.Optional;

import peerlab.engine.base.Bandwidth;
import peerlab.engine.base.Distribution;
import peerlab.engine.base.Drift;
import peerlab.engine.base.Offset;
import peerlab.engine.base.Ratio;
import peerlab.engine.base.Span;
import peerlab.engine.profile.ChurnProfile;
import peerlab.engine.profile.ProfiledLives;
import peerlab.engine.spec.Affected;
import peerlab.engine.spec.Between;
import peerlab.engine.spec.FaultSpec;
import peerlab.engine.spec.FaultSpec.Direction;
import peerlab.engine.spec.Lives;
import peerlab.engine.spec.SelectorSpec;

/** The words for what can go wrong. */
public abstract class Faults extends Selectors {

    Faults() {
    }

    /** One side against the rest, or several against each other. */
    public static FaultSpec.Partition partition(SelectorSpec... sides) {
        return new FaultSpec.Partition(List.of(sides), false, Optional.empty());
    }

    /** Cuts peers off from everybody, both ways. */
    public static FaultSpec isolate(SelectorSpec who) {
        return isolate(who, Direction.BOTH);
    }

    /** Cuts peers off one way. */
    public static FaultSpec isolate(SelectorSpec who, Direction direction) {
        return new FaultSpec.Isolate(who, direction);
    }

    public static FaultSpec pause(SelectorSpec who) {
        return new FaultSpec.Pause(who);
    }

    /** Peers take in each message, timer and request later. */
    public static FaultSpec.Slow slow(SelectorSpec who, Distribution by) {
        return new FaultSpec.Slow(who, by);
    }

    /** Clocks are wrong: {@code skew(all(), behind(millis(300)))}. */
    public static FaultSpec.Skew skew(SelectorSpec who, Offset by) {
        return skew(who, by, by);
    }

    /** Clocks are wrong, each by an offset of its own from a range. */
    public static FaultSpec.Skew skew(SelectorSpec who, Offset least, Offset most) {
        return skew(who).by(least, most);
    }

    /** Clocks drift: {@code skew(all(), ppm(50))}. */
    public static FaultSpec.Skew skew(SelectorSpec who, Drift drift) {
        return skew(who).drift(drift);
    }

    private static FaultSpec.Skew skew(SelectorSpec who) {
        return new FaultSpec.Skew(who, Between.just(Offset.NONE), Between.just(Drift.NONE));
    }

    /** Peers come and go: {@code churn(all(), lives(exponential(minutes(20)), percent(80)))}. */
    public static FaultSpec.Churn churn(SelectorSpec who, Lives lives) {
        return new FaultSpec.Churn(who, lives);
    }

    /** Peers come and go as somebody measured it: {@code churn(all(), profile("kad-2009"))}. */
    public static FaultSpec.Churn churn(SelectorSpec who, ProfiledLives lives) {
        return churn(who, lives.lives());
    }

    /** How long peers stay, and how long they stay away. */
    public static Lives.Drawn lives(Distribution sessions, Distribution downtime) {
        return Lives.Drawn.of(sessions, downtime);
    }

    /** How long peers stay; they stay away for so long that this share is up in the long run. */
    public static Lives.Drawn lives(Distribution sessions, Ratio up) {
        return lives(sessions, ChurnProfile.downtime(sessions, up));
    }

    /** As somebody measured it, to be completed by {@code up} or {@code downtime} where they were not. */
    public static ProfiledLives profile(String name) {
        return new ProfiledLives(name);
    }

    /** As it was recorded, in the order of time: {@code recorded("lives.csv", goes(seconds(3), "p1"))}. */
    public static Lives.Recorded recorded(String file, Lives.Change... changes) {
        return new Lives.Recorded("trace " + file, List.of(changes));
    }

    /** A peer came up, so long after the beginning of a recording. */
    public static Lives.Change comes(Span time, String peer) {
        return new Lives.Change(time, peer, true);
    }

    /** A peer went down, so long after the beginning of a recording. */
    public static Lives.Change goes(Span time, String peer) {
        return new Lives.Change(time, peer, false);
    }

    /** Peers do not keep to their protocol: {@code byzantine(any(3), "lies")}. */
    public static FaultSpec.Byzantine byzantine(SelectorSpec who, String behaviour) {
        return new FaultSpec.Byzantine(who, behaviour, Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The messages that some peers send, to be narrowed by {@code to} and {@code type}. */
    public static Affected messagesOf(SelectorSpec senders) {
        return Affected.by(senders);
    }

    public static FaultSpec.Drop drop(SelectorSpec senders, Ratio chance) {
        return drop(messagesOf(senders), chance);
    }

    public static FaultSpec.Drop drop(Affected messages, Ratio chance) {
        return new FaultSpec.Drop(messages, chance);
    }

    public static FaultSpec delay(SelectorSpec senders, Distribution by) {
        return delay(messagesOf(senders), by);
    }

    public static FaultSpec delay(Affected messages, Distribution by) {
        return new FaultSpec.Delay(messages, by);
    }

    public static FaultSpec.Duplicate duplicate(SelectorSpec senders, Ratio chance) {
        return duplicate(messagesOf(senders), chance);
    }

    public static FaultSpec.Duplicate duplicate(Affected messages, Ratio chance) {
        return new FaultSpec.Duplicate(messages, chance, Optional.empty());
    }

    public static FaultSpec.Reorder reorder(SelectorSpec senders, Ratio chance) {
        return reorder(messagesOf(senders), chance);
    }

    public static FaultSpec.Reorder reorder(Affected messages, Ratio chance) {
        return new FaultSpec.Reorder(messages, chance, Optional.empty());
    }

    public static FaultSpec.Corrupt corrupt(SelectorSpec senders, Ratio chance) {
        return corrupt(messagesOf(senders), chance);
    }

    public static FaultSpec.Corrupt corrupt(Affected messages, Ratio chance) {
        return new FaultSpec.Corrupt(messages, chance, false);
    }

    public static FaultSpec throttle(SelectorSpec who, Bandwidth to) {
        return new FaultSpec.Throttle(who, to);
    }
}
