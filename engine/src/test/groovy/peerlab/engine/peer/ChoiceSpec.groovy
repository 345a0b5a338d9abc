package peerlab.engine.peer

import static peerlab.engine.play.Scripts.*

import org.apache.commons.statistics.inference.ChiSquareTest
import peerlab.engine.Simulation
import peerlab.engine.base.Ratio
import peerlab.engine.base.SourcePlace
import peerlab.engine.base.Unit
import peerlab.engine.observe.RunEvent
import peerlab.engine.play.Probe
import peerlab.engine.play.Recorder
import peerlab.engine.protocol.Protocols
import peerlab.engine.spec.ActionSpec
import peerlab.engine.spec.ActionSpec.LifeVerb
import peerlab.engine.spec.Expression
import peerlab.engine.spec.GroupSpec
import peerlab.engine.spec.KeysSpec
import peerlab.engine.spec.SelectorSpec
import spock.lang.Specification

/** Whom the words of a step mean. */
class ChoiceSpec extends Specification {

    Probe probe = new Probe(values: { id -> [leader: id.name() == 'p3', load: id.index()] })

    def '#who means #expected of five peers and three caches'() {
        expect: 'these and nobody else, in the order of the scenario'
        chosen([at(1, life(LifeVerb.CRASH, who))]).last() == expected

        where:
        who                                                                      || expected
        ALL                                                                      || ['p1', 'p2', 'p3', 'p4', 'p5', 'cache1', 'cache2', 'cache3']
        named('p4')                                                              || ['p4']
        named('cache')                                                           || ['cache1', 'cache2', 'cache3']
        named('cache2')                                                          || ['cache2']
        named('nobody')                                                          || []
        new SelectorSpec.Numbered(2, 4)                                          || ['p2', 'p3', 'p4']
        new SelectorSpec.Numbered(4, 99)                                         || ['p4', 'p5']
        new SelectorSpec.Numbered(7, 9)                                          || []
        new SelectorSpec.Except(ALL, named('cache'))                             || ['p1', 'p2', 'p3', 'p4', 'p5']
        new SelectorSpec.Except(named('cache'), named('cache2'))                 || ['cache1', 'cache3']
        new SelectorSpec.Some(9, named('cache'))                                 || ['cache1', 'cache2', 'cache3']
        new SelectorSpec.Share(Ratio.ALL, named('cache'))                        || ['cache1', 'cache2', 'cache3']
        new SelectorSpec.Leader()                                                || ['p3']
        new SelectorSpec.Others()                                                || ['p1', 'p2', 'p4', 'p5', 'cache1', 'cache2', 'cache3']
        new SelectorSpec.Closest(2, 'key-17')                                    || ['p1', 'p2']
        new SelectorSpec.Where(loadAbove(4))                                     || ['cache1', 'cache2', 'cache3']
        new SelectorSpec.Down(ALL)                                               || []
    }

    def '#who is #count of eight peers'() {
        expect: 'so many, each of them once'
        def names = chosen([at(1, life(LifeVerb.CRASH, who))]).last()
        names.size() == count
        names.toSet().size() == count

        where:
        who                                            || count
        some(3)                                        || 3
        some(0)                                        || 0
        some(50)                                       || 8
        new SelectorSpec.Minority()                    || 3
        new SelectorSpec.Majority()                    || 5
        new SelectorSpec.Share(Ratio.percent(30), ALL) || 2
        new SelectorSpec.Share(Ratio.percent(1), ALL)  || 1
        new SelectorSpec.Share(Ratio.NONE, ALL)        || 0
        new SelectorSpec.Share(Ratio.ALL, ALL)         || 8
    }

    def 'of #size peers, #minority are a minority and #majority a majority'() {
        given: 'so many'
        def group = new GroupSpec('p', size, 'probe', [:], GroupSpec.Start.FRESH, SourcePlace.NOWHERE)

        expect: 'the largest number below half and the smallest above it'
        [new SelectorSpec.Minority(), new SelectorSpec.Majority()].collect {
            chosen([at(1, life(LifeVerb.CRASH, it))], 1, [group]).last().size()
        } == [minority, majority]
        2 * minority < size && 2 * (minority + 1) >= size
        2 * majority > size && 2 * (majority - 1) <= size

        where:
        size || minority | majority
        1    || 0        | 1
        2    || 0        | 2
        3    || 1        | 2
        4    || 1        | 3
        5    || 2        | 3
        100  || 49       | 51
    }

    def 'a choice is made among those whom the verb can mean at that instant'() {
        given: 'some who are down'
        def steps = [at(1, life(LifeVerb.CRASH, named('cache'))), at(2, life(LifeVerb.CRASH, ALL))]

        expect: 'those who are up are meant by a crash, those who are down by a restart'
        chosen(steps)[1] == ['p1', 'p2', 'p3', 'p4', 'p5']
        chosen(steps.take(1) + at(2, life(LifeVerb.RESTART, ALL)))[1] == ['cache1', 'cache2', 'cache3']
        chosen(steps.take(1) + at(2, life(LifeVerb.RESTART, new SelectorSpec.Down(named('cache')))))[1] ==
                ['cache1', 'cache2', 'cache3']
        chosen(steps.take(1) + at(2, life(LifeVerb.LEAVE, named('cache1'))))[1] == []
    }

    def 'a mark means whom its step chose, and the last time counts'() {
        when: 'victims are chosen, restarted, and chosen again'
        def lists = chosen([at(1, life(LifeVerb.CRASH, some(3)), 'victims'),
                at(2, life(LifeVerb.RESTART, named('victims'))),
                            at(3, life(LifeVerb.CRASH, some(2)), 'victims'),
                                    at(4, life(LifeVerb.RESTART, named('victims')))])

        then: 'the same come back'
        lists[0].size() == 3 && lists[1] == lists[0]
        lists[2].size() == 2 && lists[3] == lists[2]
    }

    def 'peers are chosen without replacement and each as often as the others'() {
        given: 'choices of three of eight under many seeds'
        def counts = new TreeMap<String, Long>()
        (1..400).each { seed -> chosen([at(1, life(LifeVerb.CRASH, some(3)))], seed).last()
                .each { counts.merge(it, 1L) { a, b -> a + b } } }

        expect: 'no difference that a chi-square test would find'
        counts.size() == 8
        ChiSquareTest.withDefaults().test(counts.values() as long[]).getPValue() > 1e-3
    }

    def 'one who asks is drawn among all who are up, each as often as the others, however few they are'() {
        given: 'two of thirty who are up'
        def group = new GroupSpec('p', 30, 'probe', [:], GroupSpec.Start.FRESH, SourcePlace.NOWHERE)
        def recorder = new Recorder(interests: RunEvent.Kind.ASKED.bit())
        Simulation.of(
                scenario(groups: [group], [at(1, life(LifeVerb.CRASH, new SelectorSpec.Numbered(3, 30))),
                at(2, put(new KeysSpec.Fresh(400)))]), new Protocols([probe])).observedBy(recorder).run()

        expect: 'half of the requests each'
        def counts = recorder.all(RunEvent.Asked).countBy { it.peer().name() }
        counts.keySet() == ['p1', 'p2'] as Set
        Math.abs(counts.p1 - 200) <= 4 * Math.sqrt(100)
    }

    def 'whom a step chooses does not change when another step is added: #added'() {
        given: 'whom the seeds choose'
        def step = at(5, life(LifeVerb.CRASH, some(3)))

        expect: 'the same beside another step'
        (1..10).every { seed -> chosen([step], seed).last() == chosen([other, step], seed).last() }
        (1..10).collect { seed -> chosen([step], seed).last() }.toSet().size() > 1

        where:
        added            | other
        'a partition'    | during(1, 2, partition([new SelectorSpec.Minority()]))
        'a choice'       | at(1, put(new KeysSpec.Fresh(3)))
        'operations'     | during(1, 4, put(new KeysSpec.Fresh(1), peerlab.engine.base.Span.millis(100)))
        'a snapshot'     | at(2, new ActionSpec.Snapshot('x'))
    }

    def 'two steps with the same words choose on their own'() {
        given: 'the same step twice at one instant, in between all come back'
        def step = at(1, partition([some(4)]))

        expect: 'not always the same peers'
        (1..10).any { seed -> def lists = chosen([step, step], seed); lists[0] != lists[1] }
    }

    private List<List<String>> chosen(List steps, long seed = 1, List groups = null) {
        def usual = [new GroupSpec('p', 5, 'probe', [:], GroupSpec.Start.FRESH, SourcePlace.NOWHERE),
                     new GroupSpec('cache', 3, 'probe', [:], GroupSpec.Start.FRESH, SourcePlace.NOWHERE)]
        def recorder = new Recorder(interests: RunEvent.Kind.TIMELINE.bit())
        Simulation.of(scenario(groups: groups ?: usual, seed: seed, steps), new Protocols([probe]))
                .observedBy(recorder).run()
        recorder.all(RunEvent.TimelineStep).collect { it.who()*.name() }
    }

    private static Expression loadAbove(double value) {
        new Expression.Comparison(Expression.Relation.MORE,
                new Expression.PeerValue('load', SourcePlace.NOWHERE),
                new Expression.Constant(value, Unit.NUMBER, '4', SourcePlace.NOWHERE), SourcePlace.NOWHERE)
    }
}
