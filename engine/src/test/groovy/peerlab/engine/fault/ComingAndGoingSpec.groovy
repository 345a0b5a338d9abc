package peerlab.engine.fault

import static peerlab.engine.play.Scripts.*

import peerlab.engine.Simulation
import peerlab.engine.base.Distribution
import peerlab.engine.base.Ratio
import peerlab.engine.base.SourcePlace
import peerlab.engine.base.Span
import peerlab.engine.observe.RunEvent
import peerlab.engine.play.Probe
import peerlab.engine.play.Recorder
import peerlab.engine.protocol.Protocols
import peerlab.engine.spec.ActionSpec
import peerlab.engine.spec.ActionSpec.LifeVerb
import peerlab.engine.spec.FaultSpec
import peerlab.engine.spec.GroupSpec
import peerlab.engine.spec.Lives
import peerlab.engine.spec.SelectorSpec
import spock.lang.Specification

/** Who takes peers down and brings them back while they churn, and how. */
class ComingAndGoingSpec extends Specification {

    Probe probe = new Probe()
    Recorder recorder = new Recorder()

    static Distribution fixed(Number seconds) {
        new Distribution.Fixed(Span.millis((seconds * 1000) as long))
    }

    static ActionSpec churn(SelectorSpec who, Lives lives, Map how = [:]) {
        new ActionSpec.Inject(new FaultSpec.Churn(who, lives, Optional.ofNullable(how.via),
                how.graceful ?: Ratio.NONE, how.keeps == null || how.keeps, how.steady ?: false), Optional.empty())
    }

    static Lives lives(Number session, Number downtime, Number first = null) {
        Lives.Drawn.of(new Lives.PeerClass(Ratio.ALL, fixed(session), fixed(downtime),
                Optional.ofNullable(first).map { fixed(it) }))
    }

    static Lives recorded(List... changes) {
        new Lives.Recorded('trace x', changes.collect { new Lives.Change(Span.millis((it[0] * 1000) as long),
                it[1], it[2] == 'up') })
    }

    def 'who comes back comes through somebody who is up, with what it saved #unless'() {
        given: 'peers that save something'
        probe.onStart = { peer, setup -> if (setup.saved().empty) peer.save('a treasure') }

        when: 'p2 churns, and p1 is down'
        run(3, [at(0.1, life(LifeVerb.CRASH, named('p1'))), at(0.2, churn(named('p2'), lives(2, 1), how))])

        then:
        probe.diary.findAll { it.contains('p2 starts') }[1].endsWith(found)

        where:
        unless                        | how                                       || found
        ''                            | [:]                                       || 'p2 starts via [p3], saved a treasure'
        'unless its storage is lost'  | [keeps: false]                            || 'p2 starts via [p3], saved nothing'
        'unless it has said goodbye'  | [graceful: Ratio.ALL]                     || 'p2 starts via [p3], saved nothing'
        'through whom the step says'  | [via: new SelectorSpec.Named('p1')]       || 'p2 starts via [p1], saved a treasure'
    }

    def 'some of those who go say goodbye, as many as the step says'() {
        when: 'many go, a third of them gracefully'
        run(300, [at(0, churn(ALL, lives(100, 100), [graceful: Ratio.percent(33)]))], 100)

        then: 'within 4 standard errors'
        int left = recorder.all(RunEvent.LifeChanged).count { it.change() == RunEvent.Life.LEFT }
        int crashed = recorder.all(RunEvent.LifeChanged).count { it.change() == RunEvent.Life.CRASHED }
        Math.abs(left - 0.33 * (left + crashed)) < 4 * Math.sqrt(0.33 * 0.67 * (left + crashed))
        left + crashed > 290
    }

    def 'who is taken down by something else stays down, until something else brings it up'() {
        when: 'p2 churns, is crashed and restarted by other steps'
        run(2, [at(0, churn(named('p2'), lives(3, 1))), at(0.1, life(LifeVerb.CRASH, named('p2'))),
                at(20, life(LifeVerb.RESTART, named('p2')))], 26)

        then: 'nothing for twenty seconds, then sessions of three and downtimes of one'
        told('p2') == ['0 s started', '0.1 s crashed', '20 s restarted', '23 s crashed', '24 s restarted']
    }

    def 'a repeated restart of those named takes up each who goes down while it goes on, once'() {
        when: 'peers crash one by one, and a restart that names them goes along'
        run(4, [at(2, life(LifeVerb.CRASH, new SelectorSpec.Numbered(2, 4), Span.seconds(2)), 'it'),
                at(begins, life(LifeVerb.RESTART, who, Span.seconds(1)), 'back'),
                at(11, life(LifeVerb.CRASH, named('p2')))], 15)

        then: 'each is down until the next turn; who has had its turn stays down the second time'
        told('p2') == ['0 s started', '2 s crashed', '2.5 s restarted', '11 s crashed']
        told('p3') == ['0 s started', '4 s crashed', '4.5 s restarted']
        told('p4') == ['0 s started', '6 s crashed', '6.5 s restarted']

        where: 'by mark and by number, before the first of them is down and after'
        begins | who
        2.5    | named('it')
        0.5    | new SelectorSpec.Numbered(2, 4)
    }

    def 'a repeated restart of those whom chance has chosen means those down at its beginning'() {
        when: 'two are down then, and a third goes down later'
        run(4, [at(1, life(LifeVerb.CRASH, new SelectorSpec.Numbered(2, 3))),
                at(2, life(LifeVerb.RESTART, ALL, Span.seconds(2))),
                at(3, life(LifeVerb.CRASH, named('p1')))], 9)

        then:
        told('p2') == ['0 s started', '1 s crashed', '2 s restarted']
        told('p3') == ['0 s started', '1 s crashed', '4 s restarted']
        told('p1') == ['0 s started', '3 s crashed']
    }

    def 'who is brought up by something else while it is away begins a session then'() {
        when: 'p2 is away for ten seconds when a step restarts it'
        run(2, [at(0, churn(named('p2'), recorded([1, 'p2', 'down'])), 'it'),
                at(2, churn(named('p2'), lives(3, 10))), at(4, life(LifeVerb.RESTART, named('p2')))], 20)

        then: 'three seconds'
        told('p2') == ['0 s started', '1 s crashed', '4 s restarted', '7 s crashed', '17 s restarted',
                '20 s crashed']
    }

    def 'who has never been up before waits to join, and stays for a first session'() {
        when: 'p3 joins later, and churns with all others'
        run(3, [at(0, churn(others(), lives(100, 1, 4))), at(5, life(LifeVerb.JOIN, named('p3')))], 12)

        then: 'its first session has a law of its own'
        told('p3') == ['5 s joined', '9 s crashed', '10 s restarted']
    }

    def 'when churn is over nobody goes, and who is away comes back in its time'() {
        when: 'p2 churns for a while'
        run(2, [during(0, 7.5, churn(named('p2'), lives(3, 2)))], 60)

        then: 'whatever it is doing then, it is up in the end, and for good'
        def changes = told('p2')
        changes.last().endsWith('restarted')
        time(changes.last()) <= 9.5
    }

    def 'churn that is healed early is over'() {
        when: 'a step heals it'
        run(2, [at(0, churn(named('p2'), lives(3, 2)), 'the churn'), at(7.5,
                new ActionSpec.Heal(Optional.of('the churn')))], 60)

        then:
        time(told('p2').last()) <= 9.5
    }

    def 'two churns of one peer do not tear at it'() {
        when: 'both mean p2'
        run(2, [at(0, churn(named('p2'), lives(3, 2))), at(0, churn(named('p2'), lives(4, 1)))], 60)

        then: 'up and down in turn'
        def changes = told('p2').collect { it.split(' ').last() }
        changes.size() > 10
        changes == (0..<changes.size()).collect { it == 0 ? 'started' : it % 2 == 1 ? 'crashed' :
                'restarted' }
    }

    def 'a recording says who is up at the beginning, and brings up whoever is down when it says so'() {
        when: 'p1 goes first, p2 comes first, p3 is outside, p4 is not mentioned'
        run(4, [at(1, churn(ALL, recorded([0, 'p1', 'up'], [2, 'p1', 'down'], [3, 'p2', 'up'], [4, 'p3',
                'up'], [5, 'p1', 'up']))),
                at(99, life(LifeVerb.JOIN, named('p3')))], 10)

        then: 'each time after the beginning of the step'
        told('p1') == ['0 s started', '3 s crashed', '6 s restarted']
        told('p2') == ['0 s started', '1 s crashed', '4 s restarted']
        told('p3') == ['5 s joined']
        told('p4') == ['0 s started']
    }

    def 'a recording that ends leaves peers as they are; churn that ends before it does not'() {
        when: 'p1 is away for good, p2 and p3 are to come back later, p2 to go again'
        run(3, [during(0, 5, churn(ALL, recorded([1, 'p1', 'down'], [2, 'p2', 'down'], [3, 'p3', 'down'], [7,
                'p2', 'up'],
                [8, 'p2', 'down'], [9, 'p3', 'up'])))], 20)

        then: 'p1 comes back at the end of the churn, the others when the recording says so, and nobody goes'
        told('p1') == ['0 s started', '1 s crashed', '5 s restarted']
        told('p2') == ['0 s started', '2 s crashed', '7 s restarted']
        told('p3') == ['0 s started', '3 s crashed', '9 s restarted']

        when: 'it lasts'
        recorder = new Recorder()
        run(3, [at(0, churn(ALL, recorded([1, 'p1', 'down'])))], 20)

        then:
        told('p1') == ['0 s started', '1 s crashed']
    }

    def 'the report tells what the laws come to, with mean and median'() {
        when: 'peers churn by laws and by a profile'
        def result = run(2, [at(0, churn(named('p2'), lives(1200, 300)))])

        then:
        result.notes()[0] == 'at 0 s churn p2 sessions 20 min downtime 5 min start up ' +
                'means sessions of 20 min on average (median 20 min), ' +
                'downtimes of 5 min on average (median 5 min); ' +
                '80% of the peers are up in the long run'
    }

    def 'in the trace what churn does to peers is caused by the fault'() {
        when: 'p2 churns'
        run(2, [at(1, churn(named('p2'), lives(3, 2)))])

        then:
        def fault = recorder.all(RunEvent.FaultChanged)[0]
        recorder.all(RunEvent.LifeChanged).findAll { it.time() > seconds(1) }*.cause().toSet() ==
                [fault.id()] as Set
    }

    def 'lives that cannot be are refused with their numbers'() {
        when:
        make()

        then:
        def refusal = thrown(IllegalArgumentException)
        refusal.message == message

        where:
        make                                                              || message
        ({ ComingAndGoingSpec.lives(0, 1) })                              || 'sessions need a mean above 0 that is finite; 0 s has none'
        ({ ComingAndGoingSpec.lives(1, 0) })                              || 'downtimes need a mean above 0 that is finite; 0 s has none'
        ({ new Lives.Drawn('x', Optional.empty(), []) })                  || 'the shares of all classes are 100% together, found 0%'
    }

    private static SelectorSpec others() {
        new SelectorSpec.Except(ALL, new SelectorSpec.Except(ALL, new SelectorSpec.Numbered(2, 3)))
    }

    private static double time(String change) {
        change.split(' ')[0] as double
    }

    private List<String> told(String peer) {
        recorder.all(RunEvent.LifeChanged).findAll { it.peer().name() == peer }
                .collect { "${it.time()} ${it.change().word()}" as String }
    }

    private run(int peers, List timeline, int stop = 10) {
        def group = new GroupSpec('p', peers, 'probe', [:], GroupSpec.Start.FRESH, SourcePlace.NOWHERE)
        Simulation.of(scenario(groups: [group], stop: stop, timeline),
                new Protocols([probe])).observedBy(recorder).run()
    }
}
