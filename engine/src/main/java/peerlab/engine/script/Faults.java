package peerlab.engine.script;

import java.util.List;
import java.util.Optional;

import peerlab.engine.base.Bandwidth;
import peerlab.engine.base.Distribution;
import peerlab.engine.base.Ratio;
import peerlab.engine.spec.Affected;
import peerlab.engine.spec.FaultSpec;
import peerlab.engine.spec.FaultSpec.Direction;
import peerlab.engine.spec.SelectorSpec;

/** The words for what can go wrong. */
public abstract class Faults extends Selectors {

    Faults() {
    }

    /** One side against the rest, or several against each other. */
    public static FaultSpec.Partition partition(SelectorSpec... sides) {
        return new FaultSpec.Partition(List.of(sides), false, Optional.empty());
    }

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
