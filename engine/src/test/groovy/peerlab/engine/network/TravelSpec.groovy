package peerlab.engine.network

import static peerlab.engine.play.Scripts.*

import org.apache.commons.statistics.distribution.ExponentialDistribution
import org.apache.commons.statistics.distribution.UniformContinuousDistribution
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest
import peerlab.engine.Simulation
import peerlab.engine.SimulationSpec
import peerlab.engine.base.Distribution
import peerlab.engine.base.Ratio
import peerlab.engine.base.Span
import peerlab.engine.observe.RunEvent
import peerlab.engine.play.Recorder
import peerlab.engine.spec.ActionSpec
import peerlab.engine.spec.ActionSpec.LifeVerb
import peerlab.engine.spec.KeysSpec
import peerlab.engine.spec.SelectorSpec
import spock.lang.Specification

/** Messages on their way, through whole runs. */
class TravelSpec extends Specification {

    static final int MASK = RunEvent.Kind.SENT.bit() | RunEvent.Kind.DELIVERED.bit() | RunEvent.Kind.DROPPED.bit()

    def 'messages take the time that the scenario says: #latency'() {
        given: 'peers that send at a steady beat'
        def recorder = watch(scenario(peers: 10, options: [beat: Span.millis(100)], latency: latency, stop: 6,
                seed: seed, []))

        when: 'the time between sending and arriving is taken'
        def sent = recorder.all(RunEvent.Sent).collectEntries { [it.id(), it.time().nanos()] }
        def times = recorder.all(RunEvent.Delivered).findAll { it.time() < seconds(5) }
                .collect { (it.time().nanos() - sent[it.id()]) / 1e6 } as double[]

        then: 'the test of Kolmogorov and Smirnov finds no difference from the law'
        times.length > 400
        KolmogorovSmirnovTest.withDefaults().test(times, { double x -> law.cumulativeProbability(x) })
                .getPValue() > 1e-3

        where:
        latency                                                       | law                                      | seed
        new Distribution.Uniform(Span.millis(20), Span.millis(80))    | UniformContinuousDistribution.of(20, 80) | 1
        new Distribution.Uniform(Span.millis(20), Span.millis(80))    | UniformContinuousDistribution.of(20, 80) | 2
        new Distribution.Exponential(Span.millis(30))                 | ExponentialDistribution.of(30)           | 3
    }

    def '#percent percent of messages are lost, to loss, at once'() {
        given: 'many messages'
        def recorder = watch(scenario(peers: 20, options: [beat: Span.millis(50)],
                loss: Ratio.percent(percent), stop: 10, []))
        int sent = recorder.all(RunEvent.Sent).size()
        def dropped = recorder.all(RunEvent.Dropped)
        double share = percent / 100

        expect: 'that share within four standard errors, and the reason'
        sent > 3_000
        Math.abs(dropped.size() / sent - share) <= 4 * Math.sqrt(share * (1 - share) / sent)
        dropped*.reason().unique() == (percent == 0 ? [] : ['loss'])

        where:
        percent << [0, 1, 20, 100]
    }

    def 'a message to a peer that goes down, or never came, is dropped where it arrives, and says why'() {
        when: 'p2 is told after a crash or before it joins'
        def recorder = watch(scenario(peers: 3, [at(1, put(new KeysSpec.Fresh(1), null, named('p1'))), step]))

        then: 'it was sent in good faith'
        def dropped = recorder.all(RunEvent.Dropped).first()
        dropped.time() == seconds(1.01)
        dropped.to().name() == 'p2'
        dropped.reason() == reason
        recorder.all(RunEvent.Sent).any { it.id() == dropped.id() && it.time() == seconds(1) }

        where:
        step                                         || reason
        at(1.005, life(LifeVerb.CRASH, named('p2'))) || 'receiver is down'
        at(1.005, life(LifeVerb.LEAVE, named('p2'))) || 'receiver is down'
        at(5, life(LifeVerb.JOIN, named('p2')))      || 'receiver has not joined'
    }

    def 'a partition of #sides lets through #passes'() {
        given: 'six peers in a circle, each of whom greets the next once a second'
        def cut = partition(sides, oneWay, bridge)
        def recorder = watch(
                scenario(peers: 6, options: [beat: Span.seconds(1)], stop: 6.5, [during(1.5, 3.5, cut)]))

        when: 'who got through at 2 s and 3 s'
        def through = recorder.all(RunEvent.Delivered)
                .findAll { it.time() > seconds(1.5) && it.time() < seconds(3.5) }
        def lost = recorder.all(RunEvent.Dropped)

        then: 'only links that it does not cut, both times'
        through.countBy { it.from().name() + it.to().name() } == passes.collectEntries { [it, 2] }
        lost.every { it.reason() == 'partition' && it.time() > seconds(1.5) && it.time() < seconds(3.5) }
        lost.size() == 12 - through.size()

        and: 'before and after it is as if it had not been'
        recorder.all(RunEvent.Delivered).count { it.time() < seconds(1.5) } == 6
        recorder.all(RunEvent.Delivered).count { it.time() > seconds(3.5) } == 18

        where:
        sides                                        | oneWay | bridge || passes
        [numbered(1, 3)]                             | false  | null   || ['p1p2', 'p2p3', 'p4p5', 'p5p6']
        [numbered(1, 3)]                             | true   | null   || ['p1p2', 'p2p3', 'p4p5', 'p5p6', 'p6p1']
        [numbered(1, 3)]                             | false  | 'p3'   || ['p1p2', 'p2p3', 'p3p4', 'p4p5', 'p5p6']
        [numbered(1, 2), numbered(3, 4), numbered(5, 6)] | false | null || ['p1p2', 'p3p4', 'p5p6']
        [numbered(1, 2), numbered(4, 5)]             | false  | null   || ['p1p2', 'p2p3', 'p3p4', 'p4p5', 'p5p6', 'p6p1']
        [numbered(1, 2), numbered(4, 5)]             | true   | null   || ['p1p2', 'p2p3', 'p3p4', 'p4p5', 'p5p6', 'p6p1']
        [numbered(1, 3), new SelectorSpec.Others()]  | false  | null   || ['p1p2', 'p2p3', 'p4p5', 'p5p6']
        [named('p1')]                                | false  | null   || ['p2p3', 'p3p4', 'p4p5', 'p5p6']
    }

    def 'a fault at an instant lasts for its span, or to the end, or until it is healed'() {
        given: 'two peers that greet each other once a second'
        def recorder = watch(scenario(peers: 2, options: [beat: Span.seconds(1)], stop: 6.5, steps))

        expect: 'greetings to be lost for so long'
        recorder.all(RunEvent.Dropped)*.time()*.toString().unique() == lost
        recorder.all(RunEvent.FaultChanged)
                .collect { "${it.time()} ${it.isOver() ? 'over' : 'begun'}".toString() } == told

        where:
        steps                                                                  || lost                         | told
        [at(1.5, partition([named('p1')], false, null, Span.seconds(2)))]      || ['2 s', '3 s']               | ['1.5 s begun', '3.5 s over']
        [at(3.5, partition([named('p1')]))]                                    || ['4 s', '5 s', '6 s']        | ['3.5 s begun']
        [at(1.5, partition([named('p1')]), 'the cut'),
         at(2.5, new ActionSpec.Heal(Optional.of('the cut')))]                 ||
                 ['2 s']                      | ['1.5 s begun', '2.5 s over']
        [during(1.5, 5.5, partition([named('p1')])),
         at(2.5, new ActionSpec.Heal(Optional.empty()))]                       ||
                 ['2 s']                      | ['1.5 s begun', '2.5 s over']
        [at(1.5, partition([named('p1')]), 'the cut'),
         at(2.5, new ActionSpec.Heal(Optional.of('another')))]                 ||
                 ['2 s', '3 s', '4 s', '5 s', '6 s'] | ['1.5 s begun']
    }

    def 'what was sent is what arrived, what was lost and what is under way, at any time (seed #seed)'() {
        given: 'an observer that counts at each event'
        def counts = [sent: 0, delivered: 0, dropped: 0]
        def broken = []
        def recorder = new Recorder(interests: MASK | RunEvent.Kind.LIFE.bit() | RunEvent.Kind.TIMER.bit(),
                look: { event, view ->
            switch (event.kind()) {
                case RunEvent.Kind.SENT: counts.sent++; break
                case RunEvent.Kind.DELIVERED: counts.delivered++; break
                case RunEvent.Kind.DROPPED: counts.dropped++; break
                default:
                    def flying = view.topology().transfers().size()
                    if (counts.sent != counts.delivered + counts.dropped + flying) {
                        broken << "$event: $counts, $flying under way"
                    }
            }
        })

        when: 'much goes wrong'
        def simulation = Simulation.of(SimulationSpec.eventful(seed), RUMOURS).observedBy(recorder)
        def result = simulation.run()
        def flying = simulation.view().topology().transfers().size()

        then: 'the sum was right each time, by events and by metrics'
        broken.empty
        counts.dropped > 0 && counts.delivered > 0
        def value = { result.metrics().values()["messages.$it".toString()].value() }
        value('sent') + value('duplicated') == value('delivered') + value('dropped') + flying
        [value('sent'), value('delivered'), value('dropped')] ==
                [counts.sent, counts.delivered, counts.dropped]
        result.metrics().values()["messages['Rumour'].sent"].value() == counts.sent

        where:
        seed << (1..10)
    }

    def 'messages arrive under the id that they were sent with, once'() {
        given: 'a run in which much happens'
        def recorder = watch(SimulationSpec.eventful(4))

        expect: 'ids that are unique, and no end without a beginning'
        def sent = recorder.all(RunEvent.Sent)*.id()
        def ended = recorder.all(RunEvent.Delivered)*.id() + recorder.all(RunEvent.Dropped)*.id()
        sent.toSet().size() == sent.size()
        ended.toSet().size() == ended.size()
        sent.containsAll(ended)
    }

    private static Recorder watch(script) {
        def recorder = new Recorder(interests: MASK | RunEvent.Kind.FAULT.bit())
        Simulation.of(script, RUMOURS).observedBy(recorder).run()
        recorder
    }

    private static SelectorSpec numbered(int first, int last) {
        new SelectorSpec.Numbered(first, last)
    }
}
