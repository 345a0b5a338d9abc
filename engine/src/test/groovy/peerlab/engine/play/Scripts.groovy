package peerlab.engine.play

import peerlab.engine.base.Distribution
import peerlab.engine.base.Ratio
import peerlab.engine.base.SimTime
import peerlab.engine.base.SourcePlace
import peerlab.engine.base.Span
import peerlab.engine.protocol.Protocols
import peerlab.engine.spec.ActionSpec
import peerlab.engine.spec.ActionSpec.LifeVerb
import peerlab.engine.spec.Affected
import peerlab.engine.spec.ExpectationSpec
import peerlab.engine.spec.FaultSpec
import peerlab.engine.spec.GroupSpec
import peerlab.engine.spec.KeysSpec
import peerlab.engine.spec.NetworkSpec
import peerlab.engine.spec.RecordSpec
import peerlab.engine.spec.ScenarioSpec
import peerlab.engine.spec.SelectorSpec
import peerlab.engine.spec.StepSpec
import peerlab.engine.spec.StopSpec
import peerlab.engine.spec.When

/** Short words for specs to build scenarios with. */
class Scripts {

    static final Protocols RUMOURS = new Protocols([new Rumours()])
    static final SelectorSpec ALL = new SelectorSpec.All()

    static ScenarioSpec scenario(Map changes = [:], List<StepSpec> timeline) {
        def group = new GroupSpec('p', changes.peers ?: 5, 'rumours', changes.options ?: [:],
                changes.start ?: GroupSpec.Start.FRESH, SourcePlace.NOWHERE)
        def network = changes.network ?: new NetworkSpec(
                changes.latency ?: new Distribution.Fixed(Span.millis(10)),
                changes.loss ?: Ratio.NONE, SourcePlace.NOWHERE)
        new ScenarioSpec('script', 'A script for a spec', changes.seed ?: 1, [:], changes.groups ?: [group],
                network,
                timeline, (changes.expect ?: []) as List<ExpectationSpec>,
                        changes.record ?: RecordSpec.NOTHING,
                new StopSpec(seconds(changes.stop ?: 10), Optional.ofNullable(changes.stopWhen),
                        SourcePlace.NOWHERE),
                SourcePlace.NOWHERE)
    }

    static SimTime seconds(Number seconds) {
        new SimTime((seconds * 1_000_000_000L) as long)
    }

    static StepSpec at(Number seconds, ActionSpec action, String mark = null) {
        new StepSpec(new When.At(Scripts.seconds(seconds)), action, Optional.ofNullable(mark),
                SourcePlace.NOWHERE)
    }

    static StepSpec during(Number from, Number to, ActionSpec action, String mark = null) {
        new StepSpec(new When.During(seconds(from), seconds(to)), action, Optional.ofNullable(mark),
                SourcePlace.NOWHERE)
    }

    static ActionSpec life(LifeVerb verb, SelectorSpec who, Span every = null, String via = null,
            boolean keeps = true) {
        new ActionSpec.Life(verb, who, Optional.ofNullable(via).map { new SelectorSpec.Named(it) },
                Optional.ofNullable(every), keeps)
    }

    static ActionSpec put(KeysSpec keys, Span every = null, SelectorSpec from = null) {
        new ActionSpec.Operate('put', Optional.of(keys), Optional.ofNullable(from),
                Optional.ofNullable(every),
                Optional.empty(), [:])
    }

    static ActionSpec get(KeysSpec keys, Span every = null, SelectorSpec from = null) {
        new ActionSpec.Operate('get', Optional.of(keys), Optional.ofNullable(from),
                Optional.ofNullable(every),
                Optional.empty(), [:])
    }

    static ActionSpec partition(List<SelectorSpec> sides, boolean oneWay = false, String bridge = null,
            Span span = null) {
        new ActionSpec.Inject(
                new FaultSpec.Partition(
                        sides, oneWay, Optional.ofNullable(bridge).map { new SelectorSpec.Named(it) }),
                Optional.ofNullable(span))
    }

    /** A fault, for a span where it is one that begins at an instant. */
    static ActionSpec inject(FaultSpec fault, Span span = null) {
        new ActionSpec.Inject(fault, Optional.ofNullable(span))
    }

    /** What some peers send: {@code to} whom, of what {@code type}. */
    static Affected sentBy(Map narrow = [:], SelectorSpec who) {
        new Affected(who, Optional.ofNullable(narrow.to), Optional.ofNullable(narrow.type),
                Optional.ofNullable(narrow.when))
    }

    /** A network with this latency, and nothing else. */
    static NetworkSpec network(long millis = 10) {
        new NetworkSpec(new Distribution.Fixed(Span.millis(millis)), Ratio.NONE, SourcePlace.NOWHERE)
    }

    static SelectorSpec named(String name) {
        new SelectorSpec.Named(name)
    }

    static SelectorSpec some(int count) {
        new SelectorSpec.Some(count, ALL)
    }
}
