package peerlab.engine.peer

import static peerlab.engine.play.Scripts.*

import peerlab.engine.RunResult
import peerlab.engine.Simulation
import peerlab.engine.base.SourcePlace
import peerlab.engine.base.Span
import peerlab.engine.observe.RunEvent
import peerlab.engine.play.Probe
import peerlab.engine.play.Recorder
import peerlab.engine.protocol.Protocols
import peerlab.engine.spec.ActionSpec.LifeVerb
import peerlab.engine.spec.GroupSpec
import peerlab.engine.spec.SelectorSpec
import spock.lang.Specification

/** Peers come and go, through whole runs. */
class LifeSpec extends Specification {

    Probe probe = new Probe()
    Recorder recorder = new Recorder()

    def 'peers that no join names are up from the start and meet through the first of them'() {
        when: 'nothing else happens'
        run(3, [])

        then: 'all start at 0 s'
        probe.diary == ['0 s p1 starts via [], saved nothing', '0 s p2 starts via [p1], saved nothing',
                        '0 s p3 starts via [p1], saved nothing']
        lives() == ['0 s p1 started', '0 s p2 started', '0 s p3 started']
    }

    def 'peers that a join names begin outside and come in one by one, through whom it says'() {
        when: 'all join, a second apart'
        def result = run(3, [at(1, life(LifeVerb.JOIN, ALL, Span.seconds(1), 'p1'))])

        then: 'nobody is their own contact'
        probe.diary == ['1 s p1 starts via [], saved nothing', '2 s p2 starts via [p1], saved nothing',
                        '3 s p3 starts via [p1], saved nothing']
        lives() == ['1 s p1 joined', '2 s p2 joined', '3 s p3 joined']
        value(result, 'joined') == 3
    }

    def 'only those whom a join can mean begin outside: #who'() {
        when: 'somebody is to join after the end'
        run(4, [at(99, life(LifeVerb.JOIN, who))])

        then: 'the others are up'
        probe.diary.collect { it.split(' ')[2] } == up

        where:
        who                                                                     || up
        named('p2')                                                             || ['p1', 'p3', 'p4']
        new SelectorSpec.Numbered(2, 3)                                         || ['p1', 'p4']
        new SelectorSpec.Except(ALL, named('p1'))                               || ['p1']
        new SelectorSpec.Except(ALL, some(1))                                   || []
        new SelectorSpec.Some(1, new SelectorSpec.Numbered(1, 2))               || ['p3', 'p4']
        new SelectorSpec.Share(peerlab.engine.base.Ratio.percent(50), named('p')) || []
        new SelectorSpec.Down(ALL)                                              || ['p1', 'p2', 'p3', 'p4']
        named('those who left')                                                 || ['p1', 'p2', 'p3', 'p4']
    }

    def 'numbers mean the peers without a group name, for joining as for everything else'() {
        given: 'a named group before them'
        def groups = [new GroupSpec('cache', 2, 'probe', [:], GroupSpec.Start.FRESH, SourcePlace.NOWHERE),
                      new GroupSpec('p', 3, 'probe', [:], GroupSpec.Start.FRESH, SourcePlace.NOWHERE)]

        when: 'the first two are to join'
        Simulation.of(scenario(groups: groups, [at(1, life(LifeVerb.JOIN, new SelectorSpec.Numbered(1, 2)))]),
                new Protocols([probe])).observedBy(recorder).run()

        then: 'these are p1 and p2'
        lives() == ['0 s cache1 started', '0 s cache2 started', '0 s p3 started', '1 s p1 joined',
                '1 s p2 joined']
    }

    def 'who joins without a word about it comes in through somebody who is up'() {
        when: 'p3 joins'
        run(3, [at(1, life(LifeVerb.CRASH, named('p1'))), at(2, life(LifeVerb.JOIN, named('p3')))])

        then: 'through p2, who is the only one'
        probe.diary.last() == '2 s p3 starts via [p2], saved nothing'
    }

    def 'a contact that is chosen is one that is up, a contact that is named is that one'() {
        when: 'p4 joins while only p2 is up'
        run(4, [at(1, life(LifeVerb.CRASH, named('p1'))), at(1, life(LifeVerb.CRASH, named('p3'))),
                at(2, join)])

        then: 'whom the words mean'
        probe.diary.last() == "2 s p4 starts via [$contact], saved nothing"

        where:
        join                                                  || contact
        life(LifeVerb.JOIN, named('p4'), null, 'p1')          || 'p1'
        new peerlab.engine.spec.ActionSpec.Life(LifeVerb.JOIN, named('p4'), Optional.of(some(1)), Optional.empty(), true) || 'p2'
    }

    def 'a crash forgets all but what was saved, which a restart finds #unless'() {
        given: 'a peer that saves'
        probe.onStart = { peer, setup -> if (setup.saved().empty) peer.save('a treasure') }

        when: 'it crashes and restarts'
        def result = run(2, [at(1, life(LifeVerb.CRASH, named('p2'))),
                at(2, life(LifeVerb.RESTART, named('p2'), null, null, keeps))])

        then: 'it comes back through the other'
        probe.diary.last() == "2 s p2 starts via [p1], saved $found"
        value(result, 'crashed') == 1
        value(result, 'restarted') == 1
        lives().takeRight(2) == ['1 s p2 crashed', '2 s p2 restarted']

        where:
        unless                       | keeps || found
        ''                           | true  || 'a treasure'
        'unless its storage is lost' | false || 'nothing'
    }

    def 'who leaves says goodbye and can join again, with nothing kept; who crashes does neither'() {
        when: 'p2 leaves, p3 crashes, and all are to come back in both ways'
        def result = run(
                3, [at(1, life(LifeVerb.LEAVE, named('p2'))), at(1, life(LifeVerb.CRASH, named('p3'))),
                at(2, life(LifeVerb.RESTART, ALL)), at(3, life(LifeVerb.CRASH, named('p2'))),
                at(4, life(LifeVerb.JOIN, new SelectorSpec.Down(ALL)))])

        then: 'restart means p3 alone, join p2 alone, and crash means nobody who is down'
        lives().drop(3) == ['1 s p2 left', '1 s p3 crashed', '2 s p3 restarted', '4 s p2 joined']
        probe.diary.findAll { it.contains('leaves') } == ['1 s p2 leaves']
        result.notes() == ['at 3 s crash p2 met nobody']
        value(result, 'left') == 1
    }

    def 'a peer that went down between being chosen and its turn is passed over'() {
        when: 'three crash one by one, and the last has crashed already'
        run(3, [at(1, life(LifeVerb.CRASH, ALL, Span.seconds(1))),
                at(1.5, life(LifeVerb.CRASH, named('p3')))])

        then: 'it crashes once'
        lives().drop(3) == ['1 s p1 crashed', '1.5 s p3 crashed', '2 s p2 crashed']
    }

    def 'peers that are up and down are counted at every instant'() {
        given: 'an observer who reads'
        def seen = []
        recorder = new Recorder(interests: RunEvent.Kind.TIMELINE.bit(), look: { event, view ->
            seen << ['peers.up', 'peers.down'].collect { name ->
                view.reading(new peerlab.engine.spec.Expression.Metric(
                        name, Optional.empty(), SourcePlace.NOWHERE), Optional.empty())
                        .at(event.time().nanos()) as int
            }
        })

        when: 'one of three is outside, one crashes, one leaves, all come back'
        def steps = [life(LifeVerb.CRASH, named('p1')), life(LifeVerb.LEAVE, named('p2')),
                life(LifeVerb.JOIN, named('p3')),
                     life(LifeVerb.RESTART, named('p1')), life(LifeVerb.JOIN, new SelectorSpec.Down(ALL)),
                             new peerlab.engine.spec.ActionSpec.Snapshot('x')]
        run(3, steps.withIndex().collect { step, i -> at(i + 1, step) })

        then: 'before each step'
        seen == [[2, 0], [1, 1], [0, 2], [1, 2], [2, 1], [3, 0]]
    }

    def 'a timer runs out after its delay, once'() {
        given: 'a peer that starts one and what it was caused by'
        probe.onStart = { peer, setup -> peer.startTimer(new Probe.Bell('noon'), Span.millis(1_500)) }

        when: 'it runs'
        run(1, [])

        then: 'it is heard and told'
        probe.diary.tail() == ['1.5 s p1 hears noon']
        recorder.all(RunEvent.TimerFired)*.timer() == [new Probe.Bell('noon')]
    }

    def 'an equal timer replaces the running one, another does not, and a cancelled one is not heard'() {
        given: 'a peer that changes its mind'
        probe.onStart = { peer, setup ->
            peer.startTimer(new Probe.Bell('a'), Span.seconds(1))
            peer.startTimer(new Probe.Bell('b'), Span.seconds(2))
            peer.startTimer(new Probe.Bell('c'), Span.seconds(3))
            peer.startTimer(new Probe.Bell('a'), Span.seconds(4))
            peer.cancelTimer(new Probe.Bell('c'))
            peer.cancelTimer(new Probe.Bell('never started'))
        }
        probe.onTimer = { peer, bell -> if (bell.name() == 'b') peer.startTimer(bell, Span.seconds(3)) }

        when: 'it runs'
        run(1, [])

        then: 'what is left, the last until the end'
        probe.diary.tail() == ['2 s p1 hears b', '4 s p1 hears a', '5 s p1 hears b', '8 s p1 hears b']
    }

    def 'what a peer saved is lost, down or up; up, its protocol learns it and can save again #when'() {
        given: 'peers that save when they start, and one thing when what they saved is lost'
        probe.onStart = { peer, setup -> if (setup.saved().empty) peer.save('a treasure') }
        probe.onStorageLost = { peer -> peer.save('what it had in mind') }

        when: 'the storage of p2 fails before it restarts'
        run(2, [at(1, life(first, named('p2'))), at(2, life(second, named('p2'))),
                at(3, life(LifeVerb.RESTART, named('p2')))])

        then:
        probe.diary.last() == "3 s p2 starts via [p1], saved $found"
        lives().takeRight(3) == ["1 s p2 $one", "2 s p2 $two", '3 s p2 restarted']*.toString()

        where:
        when                  | first          | second         || one       | two       | found
        'while it is down'    | LifeVerb.CRASH | LifeVerb.WIPE  || 'crashed' | 'wiped'   | 'nothing'
        'while it is up'      | LifeVerb.WIPE  | LifeVerb.CRASH || 'wiped'   | 'crashed' | 'what it had in mind'
    }

    def 'by name who is down loses its storage too; who is chosen is up, unless the words say down: #who'() {
        when: 'p2 is down, p4 has never been up, and some lose what they saved'
        run(4, [at(1, life(LifeVerb.CRASH, named('p2'))), at(2, life(LifeVerb.WIPE, who)),
                at(99, life(LifeVerb.JOIN, named('p4')))])

        then:
        recorder.all(RunEvent.LifeChanged).findAll { it.change() ==
                RunEvent.Life.WIPED }*.peer()*.name() == wiped

        where:
        who                                             || wiped
        ALL                                             || ['p1', 'p2', 'p3']
        new SelectorSpec.Except(ALL, named('p3'))       || ['p1', 'p2']
        some(4)                                         || ['p1', 'p3']
        new SelectorSpec.Down(ALL)                      || ['p2']
        named('p2')                                     || ['p2']
        named('p4')                                     || []
    }

    def 'timers do not outlive a crash'() {
        given: 'a peer with a timer'
        probe.onStart = { peer, setup -> peer.startTimer(new Probe.Bell('x'), Span.seconds(3)) }

        when: 'it crashes and is back before the timer would have run out'
        run(1, [at(1, life(LifeVerb.CRASH, ALL)), at(2, life(LifeVerb.RESTART, ALL))])

        then: 'only the one of the second life is heard'
        probe.diary.findAll { it.contains('hears') } == ['5 s p1 hears x', ]
    }

    def 'a peer has its own stream of random numbers, whatever the others draw'() {
        given: 'what three peers draw'
        def drawn = { drawsOfFirst ->
            def numbers = [:]
            probe.onStart = { peer, setup ->
                (peer.self().name() == 'p1' ? drawsOfFirst : 1)
                        .times { numbers[peer.self().name()] = peer.random().nextLong() }
            }
            run(3, [])
            numbers
        }
        def once = drawn(1)
        def often = drawn(50)

        expect: 'three numbers, of which only the first depends on how often the first draws'
        once.values().toSet().size() == 3
        often.p2 == once.p2 && often.p3 == once.p3 && often.p1 != once.p1
    }

    private RunResult run(int peers, List steps) {
        def group = new GroupSpec('p', peers, 'probe', [:], GroupSpec.Start.FRESH, SourcePlace.NOWHERE)
        Simulation.of(scenario(groups: [group], steps), new Protocols([probe])).observedBy(recorder).run()
    }

    private List<String> lives() {
        recorder.all(RunEvent.LifeChanged)
                .collect { "${it.time()} ${it.peer()} ${it.change().word()}".toString() }
    }

    private static double value(RunResult result, String name) {
        result.metrics().values()["peers.$name".toString()].value()
    }
}
