package peerlab.engine.fault

import static peerlab.engine.check.Words.compare
import static peerlab.engine.check.Words.number
import static peerlab.engine.check.Words.ofPeer
import static peerlab.engine.play.Scripts.*

import peerlab.engine.Simulation
import peerlab.engine.base.Bandwidth
import peerlab.engine.base.Distribution
import peerlab.engine.base.Ratio
import peerlab.engine.base.Span
import peerlab.engine.observe.RunEvent
import peerlab.engine.play.Recorder
import peerlab.engine.spec.FaultSpec
import peerlab.engine.spec.KeysSpec
import spock.lang.Specification

/**
 * What faults do to messages: to those that are meant, as long as they last, and to no others. Four peers
 * stand
 * in a circle and greet the next one every 100 ms; the fault lasts from 2 s to 4 s.
 */
class LinkFaultsSpec extends Specification {

    static final long MILLI = 1_000_000

    def '#fault.verb(): #what, and nothing else'() {
        given: 'what each message comes to, with the fault and without'
        def without = flights([])
        def with = flights([during(2, 4, inject(fault))])

        expect: 'the messages that are meant to differ as they should'
        def meant = without.keySet().findAll { it[0] == 'p1' && it[2] >= 2_000 && it[2] < 4_000 }
        meant.size() == 20
        meant.every { differs(without[it], with[it]) }

        and: 'all others to be as before, those of p1 before and after the fault among them'
        def others = without.keySet() - meant
        others.every { with[it] == without[it] }

        where:
        fault                                                                              | what                       | differs
        new FaultSpec.Drop(p1(), Ratio.ALL)                                                | 'all is lost'              | { a, b -> b == ['loss'] }
        new FaultSpec.Drop(p1(), Ratio.ALL, Optional.of(Span.millis(50)), Optional.empty()) | 'bad times all the time'  | { a, b -> b == ['loss'] }
        new FaultSpec.Delay(p1(), fixed(100))                                              | 'all is late'              | { a, b -> b[0].at == a[0].at + 100 * MILLI && b[0].what == a[0].what }
        new FaultSpec.Duplicate(p1(), Ratio.ALL, Optional.of(fixed(5)))                    | 'all comes twice'          | { a, b -> b == [a[0], [at: a[0].at + 5 * MILLI, what: a[0].what]] }
        new FaultSpec.Duplicate(p1(), Ratio.ALL, Optional.empty())                         | 'all comes twice at once'  | { a, b -> b == [a[0], a[0]] }
        new FaultSpec.Reorder(p1(), Ratio.ALL, Optional.of(fixed(30)))                     | 'all falls behind'         | { a, b -> b[0].at == a[0].at + 30 * MILLI }
        new FaultSpec.Reorder(p1(), Ratio.ALL, Optional.empty())                           | 'by up to 100 ms, as usual' | { a, b -> b[0].at > a[0].at && b[0].at <= a[0].at + 100 * MILLI }
        new FaultSpec.Corrupt(p1(), Ratio.ALL, false)                                      | 'all is noticed'           | { a, b -> b == ['corrupt'] }
        new FaultSpec.Corrupt(p1(), Ratio.ALL, true)                                       | 'all is changed'           | { a, b -> b[0].at == a[0].at && b[0].what != a[0].what }
    }

    def 'throttle: the lines of a peer are slow both ways, and as before when it ends'() {
        given: 'a line of a byte a millisecond'
        def without = flights([])
        def with = flights([during(2, 4, inject(new FaultSpec.Throttle(named('p1'), new Bandwidth(8_000))))])

        expect: 'what p1 sends to be later by its size, and so what it receives, with equal latencies'
        def slow = without.keySet().findAll { it[2] >= 2_000 && it[2] < 3_900 && 'p1' in it[0..1] }
        slow.size() == 38
        slow.every { with[it][0].at - without[it][0].at == it[3] * MILLI && with[it][0].what ==
                without[it][0].what }

        and: 'everybody else, and everything before and after it, to be as before'
        without.keySet().findAll { !('p1' in it[0..1]) || it[2] < 1_900 || it[2] >= 4_000 }
                .every { with[it] == without[it] }
    }

    def 'a fault narrowed to #narrow concerns #count messages'() {
        given:
        def lost = flights([during(2, 4, inject(new FaultSpec.Drop(sentBy(narrow, ALL), Ratio.ALL)))])
                .findAll { it.value == ['loss'] }.keySet()

        expect:
        lost.size() == count
        lost.every { it[2] >= 2_000 && it[2] < 4_000 && (narrow.to == null || it[1] == 'p3') }

        where:
        narrow                                         || count
        [:]                                            || 80
        [to: named('p3')]                              || 20
        [type: 'Rumour']                               || 80
        [type: 'Something']                            || 0
        [type: 'Rumour', to: named('p3')]              || 20
        [when: compare(ofPeer('heard'), '>', number(0))] || 0
    }

    def 'a fault under a condition concerns messages whose sender meets it when it sends'() {
        given: 'p2 hears of something at 3 s'
        def lost = flights([during(2, 4, inject(new FaultSpec.Drop(
                sentBy(ALL, when: compare(ofPeer('heard'), '>', number(0))), Ratio.ALL))),
                            at(2.95, put(new KeysSpec.Fresh(1), null, named('p2')))])
                .findAll { it.value == ['loss'] }.keySet()

        expect: 'what it sends from then on to be lost: its rumour, and ten greetings'
        lost.every { it[0] == 'p2' && it[2] >= 2_950 && it[2] < 4_000 }
        lost.size() == 11
    }

    def 'losses in bursts come to some links and not to others, and are the same whatever else happens'() {
        given: 'a fault that loses a third'
        def fault = { who -> [during(0, 6, inject(new FaultSpec.Drop(
                sentBy(who), new Ratio(1 / 3d), Optional.of(Span.millis(500)), Optional.empty())), 'x')] }
        def all = flights(fault(ALL)).findAll { it.value == ['loss'] }.keySet()

        expect: 'each link to have times of its own'
        def times = all.groupBy { it[0] }.collectEntries { from, keys -> [from, keys*.getAt(2)] }
        times.size() == 4
        times.values().toSet().size() == 4

        and: 'runs of several messages'
        def runs = times.values().sum { list -> list.count { !((it - 100) in list) } }
        all.size() / runs > 2
    }

    /**
     * By sender, receiver, the millisecond and the bytes of each message: when its copies arrived, as what,
     * or why not.
     */
    private static Map<List, List> flights(List steps) {
        def recorder = new Recorder()
        Simulation.of(scenario(peers: 4, stop: 6, options: [beat: Span.millis(100)],
                latency: new Distribution.Uniform(Span.millis(20), Span.millis(80)), steps), RUMOURS)
                .observedBy(recorder).run()
        def keys = recorder.all(RunEvent.Sent).collectEntries {
            [it.id(), [it.from().name(), it.to().name(), it.time().nanos().intdiv(MILLI), it.bytes(),
                       it.message()]]
        }
        Map<List, List> flights = [:].withDefault { [] }
        recorder.events.each {
            if (it instanceof RunEvent.Delivered) {
                flights[keys[it.id()]] << [at: it.time().nanos(), what: it.message()]
            } else if (it instanceof RunEvent.Dropped) {
                flights[keys[it.id()]] << it.reason()
            }
        }
        flights
    }

    private static p1() {
        sentBy(named('p1'))
    }

    private static Distribution fixed(long millis) {
        new Distribution.Fixed(Span.millis(millis))
    }
}
