package peerlab.engine.script;

import java.util.Map;
import java.util.Optional;

import peerlab.engine.base.SimTime;
import peerlab.engine.base.SourcePlace;
import peerlab.engine.base.Span;
import peerlab.engine.spec.ActionSpec;
import peerlab.engine.spec.ActionSpec.Life;
import peerlab.engine.spec.ActionSpec.LifeVerb;
import peerlab.engine.spec.ActionSpec.Operate;
import peerlab.engine.spec.FaultSpec;
import peerlab.engine.spec.KeysSpec;
import peerlab.engine.spec.SelectorSpec;
import peerlab.engine.spec.StepSpec;
import peerlab.engine.spec.When;

/** The words for the steps of a timeline: when, and what is done. */
public abstract class Steps extends Faults {

    Steps() {
    }

    /** Something done so long after the beginning of the run. */
    public static StepSpec at(Span time, ActionSpec action) {
        return step(new When.At(SimTime.ZERO.plus(time)), action);
    }

    /** A fault that begins so long after the beginning of the run, and lasts to its end. */
    public static StepSpec at(Span time, FaultSpec fault) {
        return at(time, open(fault));
    }

    /** Something repeated from one instant up to another that no longer belongs to it. */
    public static StepSpec during(Span from, Span to, ActionSpec action) {
        if (from.compareTo(to) > 0) {
            throw new IllegalArgumentException("the window " + from + ".." + to + " ends before it begins");
        }
        return step(new When.During(SimTime.ZERO.plus(from), SimTime.ZERO.plus(to)), action);
    }

    /** A fault held from one instant to another. */
    public static StepSpec during(Span from, Span to, FaultSpec fault) {
        return during(from, to, open(fault));
    }

    private static StepSpec step(When when, ActionSpec action) {
        return new StepSpec(when, action, Optional.empty(), SourcePlace.NOWHERE);
    }

    private static ActionSpec open(FaultSpec fault) {
        return new ActionSpec.Inject(fault, Optional.empty());
    }

    public static Life join(SelectorSpec who) {
        return life(LifeVerb.JOIN, who);
    }

    public static Life leave(SelectorSpec who) {
        return life(LifeVerb.LEAVE, who);
    }

    public static Life crash(SelectorSpec who) {
        return life(LifeVerb.CRASH, who);
    }

    public static Life restart(SelectorSpec who) {
        return life(LifeVerb.RESTART, who);
    }

    /** What peers have saved is lost. */
    public static Life wipe(SelectorSpec who) {
        return life(LifeVerb.WIPE, who);
    }

    private static Life life(LifeVerb change, SelectorSpec who) {
        return new Life(change, who, Optional.empty(), Optional.empty(), true);
    }

    public static Operate put(KeysSpec keys) {
        return ask("put", keys);
    }

    public static Operate get(KeysSpec keys) {
        return ask("get", keys);
    }

    public static Operate lookup(KeysSpec keys) {
        return ask("lookup", keys);
    }

    /** Whatever a protocol offers to clients. */
    public static Operate ask(String operation, KeysSpec keys) {
        return operate(operation, Optional.of(keys));
    }

    /** What a protocol offers to clients and is about no key. */
    public static Operate ask(String operation) {
        return operate(operation, Optional.empty());
    }

    private static Operate operate(String operation, Optional<KeysSpec> keys) {
        return new Operate(operation, keys, Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
    }

    public static ActionSpec.Replay replay(String file) {
        return new ActionSpec.Replay(file, Optional.empty());
    }

    public static ActionSpec snapshot(String name) {
        return new ActionSpec.Snapshot(name);
    }

    /** Ends the faults under a name. */
    public static ActionSpec heal(String mark) {
        return new ActionSpec.Heal(Optional.of(mark));
    }

    public static ActionSpec healAll() {
        return new ActionSpec.Heal(Optional.empty());
    }
}
