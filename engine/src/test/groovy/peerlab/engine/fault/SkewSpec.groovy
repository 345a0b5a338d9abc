package peerlab.engine.fault

import static peerlab.engine.play.Scripts.*

import peerlab.engine.Simulation
import peerlab.engine.base.Drift
import peerlab.engine.base.Offset
import peerlab.engine.base.SourcePlace
import peerlab.engine.base.Span
import peerlab.engine.observe.RunEvent
import peerlab.engine.play.Probe
import peerlab.engine.play.Recorder
import peerlab.engine.protocol.Protocols
import peerlab.engine.spec.ActionSpec
import peerlab.engine.spec.ActionSpec.LifeVerb
import peerlab.engine.spec.Between
import peerlab.engine.spec.FaultSpec
import peerlab.engine.spec.GroupSpec
import spock.lang.Specification

/** A peer whose clock is wrong. */
class SkewSpec extends Specification {

    Recorder recorder = new Recorder()
    Probe probe = new Probe()

    static ActionSpec skew(String who, Map wrong) {
        new ActionSpec.Inject(new FaultSpec.Skew(named(who),
                between(wrong.by ?: 0, wrong.byMost) { new Offset((it * 1_000_000L) as long) },
                between(wrong.drift ?: 0, wrong.driftMost) { new Drift(it as double) }), Optional.empty())
    }

    private static Between between(Number least, Number most, Closure make) {
        new Between(make(least), make(most ?: least))
    }

    def 'a clock that is set ahead shows it at once, and the right time again when the fault is over'() {
        given: 'a peer that looks at its clock twice a second'
        ticking(500)

        when: 'its clock is 300 ms ahead from 1.2 s to 2.2 s'
        run(1, [during(1.2, 2.2, skew('p1', [by: 300]))])

        then: 'what it shows, in its diary'
        probe.diary.tail().take(5) == ['0.5 s p1 hears tick', '1 s p1 hears tick', '1.8 s p1 hears tick',
                '2.3 s p1 hears tick', '2.5 s p1 hears tick']

        and: 'timers that count how much time passes run out when they did: the trace tells true time'
        recorder.all(RunEvent.TimerFired)*.time()*.toString().take(5) == ['0.5 s', '1 s', '1.5 s', '2 s',
                '2.5 s']
    }

    def 'a clock that is behind at the beginning stands at zero until it has caught up'() {
        given: 'a peer that looks at its clock ten times a second'
        ticking(100)

        when: 'its clock is 250 ms behind from the beginning'
        run(1, [at(0, skew('p1', [by: -250]))])

        then:
        probe.diary.tail().take(4)*.split(' p1 ')*.first() == ['0 s', '0 s', '0.05 s', '0.15 s']
    }

    def 'timers run by the clock: one that is #ppm ppm too fast lets them run out at #at'() {
        given: 'a timer of 1 s that is started at the beginning'
        once(1_000)

        when: 'the clock drifts from the beginning'
        run(1, [at(0, skew('p1', [drift: ppm]))])

        then: 'the span divided by the speed, in true time'
        recorder.all(RunEvent.TimerFired)*.time()*.toString() == [at]

        and: 'the clock shows that a second has passed'
        probe.diary.last().startsWith('1 s ')

        where:
        ppm        || at
        0          || '1 s'
        1_000_000  || '0.5 s'
        250_000    || '0.8 s'
        -500_000   || '2 s'
    }

    def 'what is left of a timer that is running passes at the speed of the moment'() {
        given: 'a timer of 10 s'
        once(10_000)

        when: 'the clock runs twice as fast from 2 s to 4 s'
        run(1, [during(2, 4, skew('p1', [drift: 1_000_000]))])

        then: 'two seconds gain four: it runs out at 8 s'
        recorder.all(RunEvent.TimerFired)*.time()*.toString() == ['8 s']
    }

    def 'several timers keep their order when the clock changes its speed'() {
        given: 'three timers, two of which are due at one instant'
        probe.onStart = { peer, setup ->
            ['a': 3_000, 'b': 2_000, 'c': 3_000].each { name, delay ->
                peer.startTimer(new Probe.Bell(name), Span.millis(delay))
            }
        }

        when: 'the clock becomes fast on the way'
        run(1, [at(1, skew('p1', [drift: 1_000_000]))])

        then:
        recorder.all(RunEvent.TimerFired).collect { "${it.time()} ${it.timer().name()}" as String } ==
                ['1.5 s b', '2 s a', '2 s c']
    }

    def 'a timer that is cancelled or started again after a change of speed is that timer'() {
        given: 'two timers, of which a third one cancels one and starts the other again'
        probe.onStart = { peer, setup ->
            ['gone': 3_000, 'again': 3_000, 'first': 2_000].each { name, delay ->
                peer.startTimer(new Probe.Bell(name), Span.millis(delay))
            }
        }
        probe.onTimer = { peer, bell ->
            if (bell.name() == 'first') {
                peer.cancelTimer(new Probe.Bell('gone'))
                peer.startTimer(new Probe.Bell('again'), Span.millis(4_000))
            }
        }

        when: 'the clock becomes fast on the way'
        run(1, [at(1, skew('p1', [drift: 1_000_000]))])

        then: 'the first at 1.5 s, the other 2 s later, the cancelled one never'
        recorder.all(RunEvent.TimerFired).collect { "${it.time()} ${it.timer().name()}" as String } ==
                ['1.5 s first', '3.5 s again']
    }

    def 'what is wrong with a clock adds up, and each part ends by itself'() {
        given: 'a peer that looks at its clock twice a second'
        ticking(500)

        when: 'it is 1 s ahead from 0.9 s to 3.9 s, and 200 ms behind from 1.9 s to 2.9 s'
        run(1, [during(0.9, 3.9, skew('p1', [by: 1_000])), during(1.9, 2.9, skew('p1', [by: -200]))])

        then:
        shown().take(8) == ['0.5 s', '2 s', '2.5 s', '2.8 s', '3.3 s', '4 s', '4.5 s', '4 s']
    }

    def 'however much it drifts behind, a clock goes on'() {
        given: 'a timer of 10 ms'
        once(10)

        when: 'four times half of its speed is taken away'
        run(1, (1..4).collect { at(0, skew('p1', [drift: -500_000])) })

        then: 'it runs at a hundredth of the speed of time, and shows the same'
        recorder.all(RunEvent.TimerFired)*.time()*.toString() == ['1 s']
        shown() == ['0.01 s']
    }

    def 'where a range is given each peer has its own skew, the same whoever else is meant'() {
        given: 'peers that look at their clock once'
        once(1_000)

        when: 'all are wrong by up to 100 ms, or four of them'
        run(5, [at(0.5, skew('p', [by: -100, byMost: 100]))])
        def all = shown()
        def view = offsets

        then: 'each by another amount, within the range'
        all.toSet().size() == 5
        view.every { Math.abs(it) <= 100_000_000L }
        view.toSet().size() == 5
    }

    def 'the clock of a peer outlives a crash'() {
        given: 'peers that look at their clock when they start'
        probe.onStart = { peer, setup -> }

        when: 'p2 crashes and restarts while its clock is 1 s ahead'
        run(2, [at(0.5, skew('p2', [by: 1_000])), at(1, life(LifeVerb.CRASH, named('p2'))),
                at(2, life(LifeVerb.RESTART, named('p2')))])

        then:
        probe.diary.last().startsWith('3 s p2 starts')
    }

    def 'who looks at a peer sees how far its clock is off'() {
        given: 'a simulation'
        def simulation = Simulation.of(scenario(groups: group(2), [
                at(0, skew('p2', [by: -300, drift: 100]))]), new Protocols([probe]))

        when: 'ten seconds have passed'
        simulation.start()
        simulation.runUntil(seconds(10))

        then: 'p2 has gained 1 ms on its 300 ms behind'
        simulation.view().peers().collect { simulation.view().peer(it).clockOffset().toString() } ==
                ['0 s', '-299 ms']
    }

    def 'a drift beyond what a clock can do is refused with its number'() {
        when:
        new Drift(ppm)

        then:
        def refusal = thrown(IllegalArgumentException)
        refusal.message == "a clock drifts by -500000 to 1000000 ppm, found $ppm"

        where:
        ppm << [-500_001d, 2e6d, Double.NaN]
    }

    List<Long> offsets = []

    private void ticking(int millis) {
        probe.onStart = { peer, setup -> peer.startTimer(new Probe.Bell('tick'), Span.millis(millis)) }
        probe.onTimer = { peer, bell -> peer.startTimer(bell, Span.millis(millis)) }
    }

    private void once(int millis) {
        probe.onStart = { peer, setup -> peer.startTimer(new Probe.Bell('once'), Span.millis(millis)) }
    }

    private List<String> shown() {
        probe.diary.findAll { it.contains(' hears ') }*.replaceAll(/ p\d+ .*/, '')
    }

    private static List<GroupSpec> group(int peers) {
        [new GroupSpec('p', peers, 'probe', [:], GroupSpec.Start.FRESH, SourcePlace.NOWHERE)]
    }

    private void run(int peers, List timeline) {
        recorder = new Recorder(look: { event, view ->
            offsets = view.peers().collect { view.peer(it).clockOffset().nanos() }
        })
        Simulation.of(scenario(groups: group(peers), timeline), new Protocols([probe])).observedBy(recorder)
                .run()
    }
}
