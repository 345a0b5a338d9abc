package peerlab.dsl

import java.nio.file.Path

import peerlab.engine.base.Distribution
import peerlab.engine.base.Ratio
import peerlab.engine.base.SimTime
import peerlab.engine.base.Span
import peerlab.engine.protocol.Protocols
import peerlab.engine.spec.ActionSpec
import peerlab.engine.spec.ActionSpec.Life
import peerlab.engine.spec.ActionSpec.LifeVerb
import peerlab.engine.spec.ActionSpec.Operate
import peerlab.engine.spec.FaultSpec
import peerlab.engine.spec.GroupSpec
import peerlab.engine.spec.KeysSpec
import peerlab.engine.spec.Moment
import peerlab.engine.spec.SelectorSpec
import peerlab.engine.spec.Temporal
import peerlab.engine.spec.When
import spock.lang.Specification

class ExampleSpec extends Specification {

    def 'the example of the language loads from YAML as what it says'() {
        given: 'the example, word for word'
        def file = Path.of(getClass().getResource('/examples/kademlia.yaml').toURI())

        when: 'it is loaded'
        def loaded = new ScenarioLoader(new Protocols([new FakeKademlia(), new FakeRaft()]))
                .load(file, LoadOptions.NONE)

        then: 'there is nothing to complain of, and one run'
        loaded.render(false) == ''
        loaded.runs().size() == 1
        def spec = loaded.runs()[0]
        spec.id() == 'kademlia'
        spec.title() == 'Kademlia recovers within 20 s of losing 30% of its peers'
        spec.seed() == 42
        spec.params() == [n: 64L, k: 8L]
        spec.points() == 10

        and: 'the peers are those described'
        def group = spec.groups()[0]
        spec.groups().size() == 1
        [group.name(), group.count(), group.protocol(), group.options(), group.start()] ==
                ['p', 64, 'kademlia', [k: 8L, alpha: 3L], GroupSpec.Start.FRESH]

        and: 'the network is the one described'
        spec.network().latency().law() == new Distribution.Uniform(Span.millis(20), Span.millis(80))
        spec.network().loss().share() == new Ratio(0.01)

        and: 'the steps are those of the timeline, in its order'
        spec.timeline()*.action() == [
                new Life(LifeVerb.JOIN, new SelectorSpec.All(), Optional.of(new SelectorSpec.Named('p1')),
                        Optional.of(Span.millis(100)), true),
                new Operate('put', Optional.of(new KeysSpec.Fresh(100)), Optional.empty(), Optional.empty(),
                        Optional.empty(), [:]),
                new Operate('get', Optional.of(new KeysSpec.AnyPut()),
                        Optional.of(new SelectorSpec.Some(1, new SelectorSpec.All())),
                        Optional.of(Span.millis(200)),
                        Optional.empty(), [:]),
                new ActionSpec.Inject(new FaultSpec.Partition([new SelectorSpec.Minority()], false,
                        Optional.empty()),
                        Optional.empty()),
                new Life(LifeVerb.CRASH, new SelectorSpec.Share(new Ratio(0.3d), new SelectorSpec.All()),
                        Optional.empty(),
                        Optional.empty(), true)]
        spec.timeline()*.when() == [at(0), at(10), during(15, 90), during(30, 40), at(50)]
        spec.timeline()*.mark() == [Optional.empty()] * 4 + [Optional.of('the crash')]

        and: 'the expectations read as sentences'
        spec.expectations()*.claim() == [
                'always buckets.largest <= k',
                "settles within 20 s after 'the crash': gets.successRate >= 95%, over 5 s",
                'at end gets.wrong == 0']
        spec.expectations()[1].temporal() ==
                new Temporal.Settles(Span.seconds(20), Optional.of(new Moment.Mark('the crash')),
                        Optional.of(Span.seconds(5)))
        spec.stop().at() == new SimTime(90_000_000_000)
    }

    private static When at(long second) {
        new When.At(new SimTime(second * 1_000_000_000))
    }

    private static When during(long from, long to) {
        new When.During(new SimTime(from * 1_000_000_000), new SimTime(to * 1_000_000_000))
    }
}
